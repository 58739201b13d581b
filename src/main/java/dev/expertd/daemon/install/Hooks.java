package dev.expertd.daemon.install;

import dev.expertd.io.DurableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Installs the hook of a repository and takes it away again. A hook that is already there keeps running, first and with
 * all it is given; a folder of hooks that is shared or tracked is left alone, and the sweep does the work.
 */
public final class Hooks {
    /** Hooks that are installed; each is only a hint. */
    public static final List<String> NAMES = List.of("post-commit");

    private static final String MARK = "# expertd hook v1";
    private static final String PREVIOUS = ".expertd-prev";
    private static final String SPOOL = "@SPOOL@";
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
            Path hook = folder.resolve(name);
            Path previous = folder.resolve(name + PREVIOUS);
            if (!isOurs(hook)) {
                states.add(new State(name, false, "was not installed"));
            } else if (!Files.readString(hook).equals(script(name))) {
                states.add(new State(name, true, "was changed by hand; remove " + hook + " yourself"));
            } else {
                Files.delete(hook);
                if (Files.exists(previous, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(previous, hook, StandardCopyOption.ATOMIC_MOVE);
                }
                states.add(new State(name, false, "removed"));
            }
        }
        return states;
    }

    /** What is installed now. */
    public List<State> status() throws IOException {
        List<State> states = new ArrayList<>();
        for (String name : NAMES) {
            Path hook = folder.resolve(name);
            boolean ours = isOurs(hook);
            boolean chained = ours && Files.exists(folder.resolve(name + PREVIOUS), LinkOption.NOFOLLOW_LINKS);
            String words = chained
                    ? "installed in front of the hook that was there"
                    : ours
                            ? "installed"
                            : notOurs()
                                    .orElse(
                                            "not installed; `expertd hooks install` does it, until then the sweep looks");
            states.add(new State(name, ours, words));
        }
        return states;
    }

    private State install(String name) throws IOException {
        Path hook = folder.resolve(name);
        Path previous = folder.resolve(name + PREVIOUS);
        String script = script(name);
        if (isOurs(hook)) {
            if (!Files.readString(hook).equals(script)) {
                write(hook, script);
            }
            return new State(name, true, "installed");
        }
        boolean foreign = Files.exists(hook, LinkOption.NOFOLLOW_LINKS);
        if (foreign && Files.exists(previous, LinkOption.NOFOLLOW_LINKS)) {
            return new State(name, false, previous + " is in the way; move it, then run `expertd hooks install`");
        }
        Files.createDirectories(folder);
        if (foreign) {
            Files.move(hook, previous, StandardCopyOption.ATOMIC_MOVE); // a link is renamed, never written through
        }
        write(hook, script);
        return new State(name, true, foreign ? "installed in front of the hook that was there" : "installed");
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
                        ? "not installed: core.hooksPath names a folder of the work tree; the sweep looks instead"
                        : "not installed: core.hooksPath names a shared folder; the sweep looks instead");
    }

    private static boolean isOurs(Path hook) throws IOException {
        if (Files.isSymbolicLink(hook) || !Files.isRegularFile(hook) || Files.size(hook) > 1 << 20) {
            return false;
        }
        return new String(Files.readAllBytes(hook), StandardCharsets.ISO_8859_1).contains(MARK);
    }

    private static void write(Path hook, String script) throws IOException {
        Path temporary = hook.resolveSibling(hook.getFileName() + ".expertd-new");
        Files.deleteIfExists(temporary);
        DurableFile.writeTemporary(temporary, script.getBytes(StandardCharsets.UTF_8), EXECUTABLE);
        Files.move(temporary, hook, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The script with the spool's place baked in, quoted for a shell. */
    private String script(String name) throws IOException {
        try (InputStream in = Hooks.class.getResourceAsStream("/dev/expertd/hooks/" + name)) {
            String template = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return template.replace(SPOOL, "'" + spool.toString().replace("'", "'\\''") + "'");
        }
    }
}
