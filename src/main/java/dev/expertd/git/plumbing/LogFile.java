package dev.expertd.git.plumbing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A log file of git's, of which only the newest part is read: logs of years are as cheap as logs of days. */
public final class LogFile {
    private static final String MAIN = "main-worktree/";
    private static final String LINKED = "worktrees/";

    private LogFile() {}

    /**
     * Where a ref's log lies. {@code HEAD} is the worktree's own; as for git, {@code main-worktree/HEAD} and
     * {@code worktrees/<name>/HEAD} are those of the others.
     */
    public static Path of(Path gitDir, Path commonDir, String ref) {
        if (ref.equals("HEAD")) {
            return gitDir.resolve("logs/HEAD");
        }
        if (ref.startsWith(MAIN)) {
            return commonDir.resolve("logs").resolve(ref.substring(MAIN.length()));
        }
        if (ref.startsWith(LINKED)) {
            int end = ref.indexOf('/', LINKED.length());
            return commonDir.resolve(ref.substring(0, end)).resolve("logs").resolve(ref.substring(end + 1));
        }
        return commonDir.resolve("logs").resolve(ref);
    }

    /** The newest whole lines within so many bytes, oldest first, as ISO 8859-1; none if there is no such file. */
    public static List<String> tail(Path log, int bytes) throws IOException {
        if (!Files.isRegularFile(log)) {
            return List.of();
        }
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            long start = Math.max(0, channel.size() - bytes);
            ByteBuffer buffer = ByteBuffer.allocate((int) (channel.size() - start));
            channel.position(start);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until full, or the file was cut short meanwhile
            }
            String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
            int from = start == 0 ? 0 : text.indexOf('\n') + 1;
            return from >= text.length()
                    ? List.of()
                    : List.of(text.substring(from, text.lastIndexOf('\n') + 1).split("\n"));
        }
    }
}
