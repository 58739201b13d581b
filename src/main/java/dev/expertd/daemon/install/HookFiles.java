package dev.expertd.daemon.install;

import dev.expertd.daemon.install.Hooks.How;
import dev.expertd.daemon.install.Hooks.State;
import dev.expertd.io.DurableFile;
import dev.expertd.io.FileTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The hooks as files, for a git that runs no others. A hook that is already there keeps running, first and with all it
 * is given; a folder of hooks that is shared or tracked is left alone, and the sweep does the work.
 */
final class HookFiles {
    static final String NOT_INSTALLED = "was not installed";

    private static final String INSTALLED = "installed";
    private static final String REMOVED = "removed";

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

    HookFiles(Path folder, Path workTree, Path commonDir, Path spool) {
        this.folder = folder;
        this.workTree = workTree;
        this.commonDir = commonDir;
        this.spool = spool;
    }

    /** Installs what is missing, or nothing if not all of it can be. */
    List<State> install() throws IOException {
        Optional<String> shared = notOurs(folder);
        List<State> states = new ArrayList<>();
        List<String> begun = new ArrayList<>();
        try {
            for (String name : Hooks.NAMES) {
                if (HookScript.kind(folder.resolve(name)) != HookScript.Kind.OURS) {
                    begun.add(name);
                }
                states.add(shared.isPresent() ? new State(name, How.SWEEP, shared.get()) : install(name));
            }
            return states;
        } catch (IOException e) {
            for (String name : begun) {
                uninstall(name, folder.resolve(name), new State(name, How.SWEEP, NOT_INSTALLED));
            }
            throw new IOException("no hook can be installed: " + FileTrouble.of(e), e);
        }
    }

    /** Takes away what was installed and puts back what was there before. */
    List<State> uninstall() throws IOException {
        List<State> states = new ArrayList<>();
        try {
            for (String name : Hooks.NAMES) {
                State state = new State(name, How.SWEEP, NOT_INSTALLED);
                for (Path place : places(name)) {
                    state = uninstall(name, place, state);
                }
                states.add(state);
            }
        } catch (IOException e) {
            throw new IOException("not all hooks can be removed: " + FileTrouble.of(e), e);
        }
        if (states.stream().anyMatch(state -> state.words().startsWith(REMOVED))) {
            removeIfEmpty(commonDir.resolve("hooks"));
        }
        return states;
    }

    /** Git makes that folder with examples in it: an empty one was made for ours. */
    private static void removeIfEmpty(Path hooks) throws IOException {
        try {
            Files.deleteIfExists(hooks);
        } catch (DirectoryNotEmptyException e) {
            return; // it holds what others put there
        }
    }

    /** What is installed now. */
    List<State> status() throws IOException {
        List<State> states = new ArrayList<>();
        for (String name : Hooks.NAMES) {
            states.add(status(name));
        }
        return states;
    }

    private State status(String name) throws IOException {
        HookScript.Kind kind = HookScript.kind(folder.resolve(name));
        if (kind == HookScript.Kind.OURS) {
            return HookChain.of(folder, name).isThere()
                    ? new State(name, How.CHAINED, INSTALLED + " in front of the hook that was there")
                    : new State(name, How.INSTALLED, INSTALLED);
        }
        if (kind == HookScript.Kind.CHANGED) {
            return new State(name, How.INSTALLED, "installed, and changed by hand");
        }
        if (isLinkToSibling(name)) {
            Path target = Files.readSymbolicLink(folder.resolve(name)).getFileName();
            return new State(
                    name, How.CHAINED, "installed: a link to " + target + ", where the hook of expertd stands");
        }
        if (isAside(name, STILL_RUN)) {
            return new State(name, How.CHAINED, "installed behind the hook of another tool");
        }
        String why = isAside(name, NO_MORE_RUN)
                ? notRun(name)
                : notOurs(folder).orElse("not installed; `expertd hooks install` does it, until then the sweep looks");
        return new State(name, How.SWEEP, why);
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
                return new State(name, How.INSTALLED, "installed, and changed by hand: left as it is");
            }
            case LINK_TO_OURS -> {
                if (isLinkToSibling(name)) {
                    return status(name);
                }
                return new State(
                        name,
                        How.SWEEP,
                        hook + " is a link to a hook of expertd; remove it, then run `expertd hooks install`");
            }
            case FOREIGN -> {
                if (isAside(name, NO_MORE_RUN)) {
                    return new State(name, How.SWEEP, notRun(name));
                }
                HookChain chain = HookChain.of(folder, name);
                if (!isAside(name, STILL_RUN) && !chain.isFree()) {
                    return new State(
                            name,
                            How.SWEEP,
                            chain.previous() + " is in the way; move it, then run `expertd hooks install`");
                }
                if (!isAside(name, STILL_RUN)) {
                    chain.putAside();
                    try {
                        write(name, hook);
                    } catch (IOException e) {
                        chain.putBack();
                        throw e;
                    }
                }
            }
        }
        return status(name);
    }

    private State uninstall(String name, Path hook, State before) throws IOException {
        Path place = hook.resolveSibling(".").normalize();
        return switch (HookScript.kind(hook)) {
            case OURS -> {
                if (notOurs(place).isPresent()) {
                    yield new State(
                            name, How.INSTALLED, "is in a folder that others share; remove " + hook + " yourself");
                }
                HookChain chain = HookChain.of(place, name);
                if (chain.isThere()) {
                    chain.putBack(hook);
                } else {
                    Files.delete(hook);
                }
                yield new State(name, How.SWEEP, REMOVED + leftAside(name, hook));
            }
            case CHANGED -> new State(name, How.INSTALLED, "was changed by hand; remove " + hook + " yourself");
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

    /** True if another tool found our hook, put it aside under that name and has its own in the place. */
    private boolean isAside(String name, String suffix) throws IOException {
        return HookScript.kind(folder.resolve(name + suffix)) == HookScript.Kind.OURS
                && Files.exists(folder.resolve(name));
    }

    /** A hook that its owner linked to another of this folder, in front of which ours stands now, runs as it did. */
    private boolean isLinkToSibling(String name) throws IOException {
        Path hook = folder.resolve(name);
        return HookScript.kind(hook) == HookScript.Kind.LINK_TO_OURS
                && folder.toRealPath().equals(hook.toRealPath().getParent());
    }

    private static String notRun(String name) {
        return "not run: another tool put it aside as " + name + NO_MORE_RUN + "; the sweep looks instead";
    }

    /** Why a folder is not one to write into; empty if it is the repository's own. */
    private Optional<String> notOurs(Path hooks) throws IOException {
        Path real = Files.exists(hooks)
                ? hooks.toRealPath()
                : hooks.toAbsolutePath().normalize();
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
        try {
            Files.deleteIfExists(temporary);
            DurableFile.writeTemporary(
                    temporary, HookScript.text(name, spool).getBytes(StandardCharsets.UTF_8), EXECUTABLE);
            Files.move(temporary, hook, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
