package dev.expertd.git.worktree;

import dev.expertd.git.plumbing.GitText;
import dev.expertd.git.plumbing.ObjectIds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file of a work tree as the text that a snapshot saw there. */
public final class WorkTreeText {
    private WorkTreeText() {}

    /** Empty unless the file is plain text of at most {@code limit} bytes whose blob id is still {@code blob}. */
    public static Optional<String> read(Path file, String blob, int limit) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        byte[] content;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            content = in.readNBytes(limit + 1);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // deleted since the look
        }
        if (content.length > limit || GitText.isBinary(content)) {
            return Optional.empty();
        }
        BlobIds.Ids ids = BlobIds.hash(content, ObjectIds.algorithm(blob));
        if (ids.raw().equals(blob)) {
            return Optional.of(GitText.decode(content));
        }
        return ids.lineFeeds().equals(blob)
                ? Optional.of(GitText.decode(BlobIds.withoutCarriageReturns(content)))
                : Optional.empty();
    }
}
