package dev.expertd.daemon.install;

import dev.expertd.io.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Installs the hooks of a repository and takes them away again. A hook that is already there keeps running, first and
 * with all it is given; a folder of hooks that is shared or tracked is left alone, and the sweep does the work.
 */
public final class Hooks {
    /** Hooks that are installed, one script for all; each is only a hint. */
    public static final List<String> NAMES = List.of("post-commit", "post-merge", "post-rewrite", "post-applypatch");

    private static final String PREVIOUS = ".expertd-prev";
    private static final String INSTALLED = "installed";

    /** What a tool appends to the name of a hook that it found and runs, as pre-commit does. */
    private static final String STILL_RUN = ".legacy";

    /** What a tool appends to the name of a hook that it found and does not run, as lefthook does. */
    private static final String NO_MORE_RUN = ".old";

    private static final List<String> ASIDE = List.of("", STILL_RUN, NO_MORE_RUN);

    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path folder;
    private final Path workTree;
    private final Path commonDir;
    private final Path spool;

    /**
     * The hooks of one repository.
     *
     * @param folder where git looks for hooks
     * @param spool the file to which the hooks append
     */
    public Hooks(Path folder, Path workTree, Path commonDir, Path spool) {
        this.folder = folder;
        this.workTree = workTree;
        this.commonDir = commonDir;
        this.spool = spool;
    }

    /** What became of one hook, in words for the user. */
    public record State(String hook, boolean installed, String words) {}

    /** The states in words, hooks of one state in one line: {@code post-commit, post-merge installed}. */
    public static List<String> inWords(List<State> states) {
        Map<String, List<String>> byWords = new LinkedHashMap<>();
        states.forEach(state -> byWords.computeIfAbsent(state.words(), words -> new ArrayList<>())
                .add(state.hook()));
        List<String> lines = new ArrayList<>();
        byWords.forEach((words, hooks) -> lines.add(String.join(", ", hooks) + " " + words));
        return lines;
    }

    /** Installs what is missing; twice is once. */
    public List<State> install() throws IOException {
        Optional<String> shared = notOurs();
        List<State> states = new ArrayList<>();
        for (String name : NAMES) {
            states.add(shared.isPresent() ? new State(name, false, shared.get()) : install(name));
        }
        return states;
    }

    /** Takes away what was installed and puts back what was there before. */
    public List<State> uninstall() throws IOException {
        List<State> states = new ArrayList<>();
        for (String name : NAMES) {
            State state = new State(name, false, "was not installed");
            for (Path place : places(name)) {
                state = uninstall(name, place, state);
            }
            states.add(state);
        }
        return states;
    }

    /** What is installed now. */
    public List<State> status() throws IOException {
        List<State> states = new ArrayList<>();
        for (String name : NAMES) {
            Path hook = folder.resolve(name);
            states.add(
                    switch (HookScript.kind(hook)) {
                        case OURS ->
                            new State(
                                    name,
                                    true,
                                    chained(name) ? INSTALLED + " in front of the hook that was there" : INSTALLED);
                        case CHANGED -> new State(name, true, "installed, and changed by hand");
                        default ->
                            isAside(name, STILL_RUN)
                                    ? new State(name, true, "installed behind the hook of another tool")
                                    : isAside(name, NO_MORE_RUN)
                                            ? new State(name, false, notRun(name))
                                            : new State(
                                                    name,
                                                    false,
                                                    notOurs()
                                                            .orElse(
                                                                    "not installed; `expertd hooks install` does it, until then the sweep looks"));
                    });
        }
        return states;
    }

    private State install(String name) throws IOException {
        Path hook = folder.resolve(name);
        switch (HookScript.kind(hook)) {
            case ABSENT -> write(name, hook);
            case OURS -> {
                if (!Files.readString(hook).equals(HookScript.text(name, spool))) {
                    write(name, hook);
                }
            }
            case CHANGED -> {
                return new State(name, true, "installed, and changed by hand: left as it is");
            }
            case LINK_TO_OURS -> {
                return new State(
                        name,
                        false,
                        hook + " is a link to a hook of expertd; remove it, then run `expertd hooks install`");
            }
            case FOREIGN -> {
                if (isAside(name, NO_MORE_RUN)) {
                    return new State(name, false, notRun(name));
                }
                if (!isAside(name, STILL_RUN) && !chain(name, hook)) {
                    return new State(
                            name, false, previous(name) + " is in the way; move it, then run `expertd hooks install`");
                }
            }
        }
        return status().stream()
                .filter(state -> state.hook().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Puts our hook in front of a foreign one; at no moment is there no hook. A link is kept, never written through. */
    private boolean chain(String name, Path hook) throws IOException {
        Path previous = previous(name);
        switch (HookScript.kind(previous)) {
            case ABSENT -> {}
            case OURS -> Files.delete(previous); // chained to itself it would only hint twice
            default -> {
                return false;
            }
        }
        try {
            Files.createLink(previous, hook);
        } catch (IOException | UnsupportedOperationException e) {
            Files.move(hook, previous, StandardCopyOption.ATOMIC_MOVE);
        }
        write(name, hook);
        return true;
    }

    private State uninstall(String name, Path hook, State before) throws IOException {
        return switch (HookScript.kind(hook)) {
            case OURS -> {
                Path previous = hook.resolveSibling(name + PREVIOUS);
                if (HookScript.kind(previous) == HookScript.Kind.OURS) {
                    Files.delete(previous);
                }
                if (Files.exists(previous, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(previous, hook, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.delete(hook);
                }
                yield new State(name, false, "removed" + leftAside(name, hook));
            }
            case CHANGED -> new State(name, true, "was changed by hand; remove " + hook + " yourself");
            default -> before;
        };
    }

    /** A tool that went while ours stood in front of it could not put back what it had put aside. */
    private static String leftAside(String name, Path hook) throws IOException {
        Path aside = hook.resolveSibling(name + NO_MORE_RUN);
        return !Files.exists(hook) && HookScript.kind(aside) == HookScript.Kind.FOREIGN
                ? "; another tool left " + aside + " behind, rename it to " + name + " if it should run"
                : "";
    }

    /** Everywhere our script for a hook may stand: git may have been told to look elsewhere since it was installed. */
    private Set<Path> places(String name) {
        Set<Path> places = new LinkedHashSet<>();
        for (Path each : List.of(folder, commonDir.resolve("hooks"))) {
            ASIDE.forEach(suffix -> places.add(each.resolve(name + suffix)));
        }
        return places;
    }

    private boolean chained(String name) {
        return Files.exists(previous(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** True if another tool found our hook, put it aside under that name and has its own in the place. */
    private boolean isAside(String name, String suffix) throws IOException {
        return HookScript.kind(folder.resolve(name + suffix)) == HookScript.Kind.OURS
                && Files.exists(folder.resolve(name));
    }

    private static String notRun(String name) {
        return "not run: another tool put it aside as " + name + NO_MORE_RUN + "; the sweep looks instead";
    }

    private Path previous(String name) {
        return folder.resolve(name + PREVIOUS);
    }

    /** Why the folder is not one to write into; empty if it is the repository's own. */
    private Optional<String> notOurs() throws IOException {
        Path real = Files.exists(folder)
                ? folder.toRealPath()
                : folder.toAbsolutePath().normalize();
        if (real.startsWith(commonDir.toRealPath())) {
            return Optional.empty();
        }
        return Optional.of(
                real.startsWith(workTree.toRealPath())
                        ? "not installed: hooks are in a folder of the work tree (core.hooksPath); the sweep looks instead"
                        : "not installed: hooks are in a shared folder (core.hooksPath); the sweep looks instead");
    }

    private void write(String name, Path hook) throws IOException {
        Files.createDirectories(folder);
        Path temporary = hook.resolveSibling(name + ".expertd-new");
        Files.deleteIfExists(temporary);
        DurableFile.writeTemporary(
                temporary, HookScript.text(name, spool).getBytes(StandardCharsets.UTF_8), EXECUTABLE);
        Files.move(temporary, hook, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
