package dev.expertd.git.command;

import dev.expertd.git.plumbing.GitText;
import dev.expertd.git.plumbing.IndexEntry;
import dev.expertd.git.plumbing.TreeEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code git ls-files --stage --debug -z} prints, for each entry:
 *
 * <pre>{@code
 * 100644 <id> <stage>\t<path>\0  ctime: 1700000000:417761644
 *   mtime: 1700000000:417761644
 *   dev: 65024	ino: 2261938
 *   uid: 0	gid: 0
 *   size: 12	flags: 0
 * }</pre>
 */
final class IndexListing {
    private static final Pattern ENTRY = Pattern.compile("([0-7]{6}) ([0-9a-f]{40,64}) ([0-3])");
    private static final Pattern TIME = Pattern.compile("\\s*mtime: (\\d{1,18}):(\\d{1,9})");
    private static final Pattern SIZE = Pattern.compile("\\s*size: (\\d{1,18})\\s+flags: ([0-9a-f]{1,8})");

    /** In git's flags of an entry: not to be looked at, by {@code --assume-unchanged} or a sparse checkout. */
    private static final int SKIPPED = 0x8000 | 1 << 30;

    private IndexListing() {}

    static List<IndexEntry> parse(byte[] listing) throws IOException {
        List<IndexEntry> entries = new ArrayList<>();
        ByteArrayInputStream in = new ByteArrayInputStream(listing);
        while (in.available() > 0) {
            Matcher entry = match(ENTRY, '\t', in);
            String path = GitText.decode(Conversation.until(0, in));
            Conversation.until('\n', in); // when the inode was changed
            Matcher time = match(TIME, '\n', in);
            Conversation.until('\n', in); // device and inode
            Conversation.until('\n', in); // owner
            Matcher size = match(SIZE, '\n', in);
            entries.add(new IndexEntry(
                    path,
                    new TreeEntry(Integer.parseInt(entry.group(1), 8), entry.group(2)),
                    Long.parseLong(size.group(1)),
                    Instant.ofEpochSecond(Long.parseLong(time.group(1)), Long.parseLong(time.group(2))),
                    entry.group(3).equals("0"),
                    (Integer.parseUnsignedInt(size.group(2), 16) & SKIPPED) != 0));
        }
        return entries;
    }

    private static Matcher match(Pattern pattern, int end, ByteArrayInputStream in) throws IOException {
        String text = GitText.decode(Conversation.until(end, in));
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IOException("git ls-files printed what is no entry of an index: " + text);
        }
        return matcher;
    }
}
