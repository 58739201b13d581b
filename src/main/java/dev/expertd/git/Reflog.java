package dev.expertd.git;

import dev.expertd.git.plumbing.GitText;
import dev.expertd.git.plumbing.RawCommit.Signature;
import dev.expertd.io.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines of a ref's log: {@code <old> <new> <name> <mail> <seconds> <zone>\t<comment>}. */
final class Reflog {
    private static final int LINE_LIMIT = 16_384;
    private static final Pattern IDS = Pattern.compile("([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ");

    private Reflog() {}

    /** The entries among lines in ISO 8859-1; a line that is none is left out. */
    static List<ReflogEntry> parse(List<String> lines) {
        return lines.stream().map(Reflog::entry).flatMap(Optional::stream).toList();
    }

    /** The entries behind the newest one with that hash; empty if it is not there. Those before it are not looked at. */
    static Optional<List<ReflogEntry>> after(List<String> lines, String hash) {
        List<ReflogEntry> newest = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0 && !hash.isEmpty(); i--) {
            Optional<ReflogEntry> entry = entry(lines.get(i));
            if (entry.map(ReflogEntry::hash).filter(hash::equals).isPresent()) {
                Collections.reverse(newest);
                return Optional.of(newest);
            }
            entry.ifPresent(newest::add);
        }
        return Optional.empty();
    }

    /** How many entries tell that the ref came to that commit. */
    static long comingTo(List<String> lines, String id) {
        return lines.stream()
                .filter(line -> line.startsWith(id, id.length() + 1))
                .flatMap(line -> entry(line).stream())
                .count();
    }

    private static Optional<ReflogEntry> entry(String line) {
        Matcher ids = IDS.matcher(line);
        if (line.length() > LINE_LIMIT || !ids.lookingAt()) {
            return Optional.empty();
        }
        int tab = line.indexOf('\t');
        Signature by = Signature.parse(line.substring(ids.end(), tab < 0 ? line.length() : tab));
        return by.equals(Signature.NOBODY)
                ? Optional.empty()
                : Optional.of(new ReflogEntry(
                        Hash.hex(line.getBytes(StandardCharsets.ISO_8859_1)),
                        ids.group(1),
                        ids.group(2),
                        text(by.email()),
                        by.at().toInstant(),
                        text(tab < 0 ? "" : line.substring(tab + 1))));
    }

    private static String text(String latin) {
        return GitText.decode(latin.getBytes(StandardCharsets.ISO_8859_1));
    }
}
