package dev.expertd.git;

import dev.expertd.io.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a reflog file: {@code <old> <new> <name> <email> <seconds> <zone>\t<comment>} in each line. */
final class Reflog {
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{40,64}) ([0-9a-f]{40,64}) .{0,4096}> (\\d{1,12}) [+-]\\d{4}(?:\\t(.*))?");

    private Reflog() {}

    /** All entries, oldest first; a line that is no entry is left out. */
    static List<ReflogEntry> read(Path log) {
        if (!Files.isRegularFile(log)) {
            return List.of();
        }
        List<ReflogEntry> entries = new ArrayList<>();
        try {
            for (String line : new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1).split("\n", -1)) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    entries.add(new ReflogEntry(
                            Hash.hex(line),
                            matcher.group(1),
                            matcher.group(2),
                            Instant.ofEpochSecond(Long.parseLong(matcher.group(3))),
                            matcher.group(4) == null ? "" : matcher.group(4)));
                }
            }
        } catch (IOException e) {
            throw new GitException(log + " cannot be read: " + e.getMessage(), e);
        }
        return entries;
    }

    /** The entries behind the one with that hash; all of them if it is not there. */
    static List<ReflogEntry> after(List<ReflogEntry> entries, String hash) {
        for (int i = entries.size() - 1; i >= 0 && !hash.isEmpty(); i--) {
            if (entries.get(i).hash().equals(hash)) {
                return entries.subList(i + 1, entries.size());
            }
        }
        return entries;
    }
}
