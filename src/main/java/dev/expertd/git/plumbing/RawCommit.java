package dev.expertd.git.plumbing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A commit object, read from git's own bytes so that both ways of reading agree on every oddity. */
public record RawCommit(
        String id, String tree, List<String> parents, Signature author, Signature committer, String message) {
    public RawCommit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tree, "tree");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(committer, "committer");
        Objects.requireNonNull(message, "message");
        parents = List.copyOf(parents);
    }

    /** Who did something when: {@code Name <mail> 1700000000 +0100}. */
    public record Signature(String email, OffsetDateTime at) {
        public static final Signature NOBODY = new Signature("", Instant.EPOCH.atOffset(ZoneOffset.UTC));

        /** Reads what it can; a broken date is the epoch, a broken zone is UTC. */
        public static Signature parse(String line) {
            int close = line.lastIndexOf('>');
            int open = close < 0 ? -1 : line.lastIndexOf('<', close);
            if (open < 0) {
                return NOBODY;
            }
            String[] when = line.substring(close + 1).strip().split(" ", 2);
            return new Signature(
                    line.substring(open + 1, close).strip(), at(when[0], when.length > 1 ? when[1].strip() : ""));
        }

        private static OffsetDateTime at(String seconds, String zone) {
            try {
                return Instant.ofEpochSecond(Long.parseLong(seconds)).atOffset(offset(zone));
            } catch (NumberFormatException | DateTimeException e) {
                return NOBODY.at();
            }
        }

        private static ZoneOffset offset(String zone) {
            try {
                int value = Integer.parseInt(zone);
                return ZoneOffset.ofTotalSeconds((value / 100 * 60 + value % 100) * 60);
            } catch (NumberFormatException | DateTimeException e) {
                return ZoneOffset.UTC;
            }
        }
    }

    /** Reads the bytes of a commit object; what is malformed is left empty, never an error. */
    public static RawCommit parse(String id, byte[] content) {
        String tree = "";
        String encoding = "";
        Signature author = Signature.NOBODY;
        Signature committer = Signature.NOBODY;
        List<String> parents = new ArrayList<>();
        int at = 0;
        while (at < content.length && content[at] != '\n') {
            int end = lineEnd(content, at);
            String line = GitText.decode(Arrays.copyOfRange(content, at, end));
            int space = line.indexOf(' ');
            String value = line.substring(space + 1);
            switch (space <= 0 ? "" : line.substring(0, space)) {
                case "tree" -> tree = value;
                case "parent" -> parents.add(value);
                case "author" -> author = Signature.parse(value);
                case "committer" -> committer = Signature.parse(value);
                case "encoding" -> encoding = value.strip();
                default -> {} // signatures and what git may yet think of
            }
            at = end + 1;
        }
        byte[] message = Arrays.copyOfRange(content, Math.min(at + 1, content.length), content.length);
        return new RawCommit(id, tree, parents, author, committer, text(message, encoding));
    }

    private static int lineEnd(byte[] content, int from) {
        int end = from;
        while (end < content.length && content[end] != '\n') {
            end++;
        }
        return end;
    }

    private static String text(byte[] message, String encoding) {
        try {
            return encoding.isEmpty() || Charset.forName(encoding).equals(StandardCharsets.UTF_8)
                    ? GitText.decode(message)
                    : new String(message, Charset.forName(encoding));
        } catch (IllegalArgumentException e) {
            return GitText.decode(message); // a charset that this Java does not have
        }
    }
}
