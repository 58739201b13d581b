package dev.expertd.daemon.install;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The hook that was there before ours, which runs it: {@code NAME.expertd-prev}. A link stays a link, with the very
 * target it had, and is never written through. Tools that link all their hooks to one program (overcommit) tell by the
 * name that it is called by which hook it is, so a link gets a second one of that name, {@code expertd-prev/NAME}.
 */
final class HookChain {
    private static final String PREVIOUS = ".expertd-prev";

    private final Path hook;
    private final Path previous;
    private final Path named;

    private HookChain(Path hook, Path previous, Path named) {
        this.hook = hook;
        this.previous = previous;
        this.named = named;
    }

    static HookChain of(Path folder, String name) {
        return new HookChain(
                folder.resolve(name),
                folder.resolve(name + PREVIOUS),
                folder.resolve("expertd-prev").resolve(name));
    }

    Path previous() {
        return previous;
    }

    boolean isThere() {
        return Files.exists(previous, LinkOption.NOFOLLOW_LINKS);
    }

    /** True if nothing of somebody else's stands where the hook would be put. */
    boolean isFree() throws IOException {
        HookScript.Kind kind = HookScript.kind(previous);
        return kind == HookScript.Kind.ABSENT || kind == HookScript.Kind.OURS || isBegun();
    }

    /** True if somebody was killed after the hook was put aside: it has two names. */
    private boolean isBegun() throws IOException {
        if (Files.isSymbolicLink(previous) && Files.isSymbolicLink(hook)) {
            return Files.readSymbolicLink(previous).equals(Files.readSymbolicLink(hook));
        }
        return !Files.isSymbolicLink(previous)
                && !Files.isSymbolicLink(hook)
                && Files.exists(hook)
                && Files.isSameFile(previous, hook);
    }

    /** Puts the hook aside as well; it stays in its place until ours takes that, so that at no moment there is none. */
    void putAside() throws IOException {
        Files.deleteIfExists(previous); // ours, which would only hint twice, or a second name of the hook
        if (Files.isSymbolicLink(hook)) {
            Files.createSymbolicLink(previous, Files.readSymbolicLink(hook));
            Files.createDirectories(named.resolveSibling("."));
            Files.deleteIfExists(named);
            Files.createSymbolicLink(named, Path.of("..", previous.getFileName().toString()));
            return;
        }
        try {
            Files.createLink(previous, hook);
        } catch (IOException | UnsupportedOperationException e) { // no file has two names here
            Files.move(hook, previous, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The hook is where it was, whatever was begun. */
    void putBack() throws IOException {
        putBack(hook);
    }

    /** The hook that was there takes the place of {@code ours}. */
    void putBack(Path ours) throws IOException {
        if (HookScript.kind(previous) == HookScript.Kind.OURS) {
            Files.delete(previous);
            Files.delete(ours);
        } else {
            Files.move(previous, ours, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(previous); // a second name of the same file is not moved
        }
        Files.deleteIfExists(named);
        try {
            Files.deleteIfExists(named.resolveSibling(".").normalize());
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            return; // other hooks are chained too
        }
    }
}
