package dev.expertd.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Private keys as PEM and its kin write them: whole, cut at either end, on one line with {@code \n} in it, quoted and put
 * together from strings, or encoded once more. A header without key material is code that deals with keys, and stays.
 */
final class PrivateKeys implements SecretRule {
    private static final String WHAT = SecretRule.marker("private key");
    private static final Pattern BEGIN = Pattern.compile("-{4,5} ?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}");
    private static final Pattern END = Pattern.compile("-{4,5} ?END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}");
    private static final Pattern HEADER = Pattern.compile(
            "(?:Proc-Type|DEK-Info|Version|Comment|Hash|Key-Type)(?:: ?| )[^\\n\\\\]{0,80}(?:\\n|\\\\n)");
    private static final Pattern ENCODED = Pattern.compile("(?<![A-Za-z0-9+/])LS0tLS1CRUdJTi[A-Za-z0-9+/]{20,}+={0,2}");
    /** So much unbroken material is none of a word's length. */
    private static final int MATERIAL = 16;

    /** Between header and footer on their own less will do. */
    private static final int WHOLE = 4;

    @Override
    public List<String> anchors() {
        return List.of("private key", "ls0tls1crudjti");
    }

    @Override
    public Optional<Scanned> apply(Scanned scanned) {
        String text = scanned.text();
        String safe = text;
        if (text.contains("PRIVATE KEY")) {
            safe = plain(safe);
        }
        if (text.contains("LS0tLS1CRUdJTi")) {
            safe = encoded(safe);
        }
        return safe.equals(text) ? Optional.empty() : Optional.of(Scanned.of(safe));
    }

    private static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Matcher begin = BEGIN.matcher(text);
        Matcher end = END.matcher(text);
        int from = 0;
        while (from < text.length()) {
            boolean begins = begin.find(from);
            int limit = begins ? begin.start() : text.length();
            from = withoutTail(text, from, limit, end, out);
            if (!begins) {
                break;
            }
            if (from < limit) {
                out.append(text, from, limit);
            }
            from = withoutKey(text, begin.start(), begin.end(), out);
        }
        return out.append(text, Math.min(from, text.length()), text.length()).toString();
    }

    /** Takes out what begins with a header, or the header alone stays; says where to go on. */
    private static int withoutKey(String text, int start, int body, StringBuilder out) {
        int stop = materialEnd(text, body);
        Matcher end = END.matcher(text).region(stop, text.length());
        boolean whole = end.lookingAt();
        int last = lastRun(text, body, stop, MATERIAL);
        if (whole && (last > 0 || !text.substring(body, stop).contains("\"") && lastRun(text, body, stop, WHOLE) > 0)) {
            out.append(WHAT);
            return end.end();
        }
        if (last > 0) {
            out.append(WHAT);
            return last;
        }
        out.append(text, start, body);
        return body;
    }

    /** Takes out material whose header was cut off: what stands before a footer. */
    private static int withoutTail(String text, int from, int limit, Matcher end, StringBuilder out) {
        int at = from;
        end.region(from, limit);
        while (end.find()) {
            int start = end.start();
            while (start > at && isMaterial(text, start - 1)) {
                start--;
            }
            int first = firstRun(text, start, end.start());
            if (first >= 0) {
                out.append(text, at, first).append(WHAT);
                at = end.end();
            }
        }
        return at;
    }

    private static int materialEnd(String text, int body) {
        int at = body;
        Matcher header = HEADER.matcher(text);
        while (at < text.length()) {
            if ("PDVCHK".indexOf(text.charAt(at)) >= 0) {
                header.region(at, text.length());
                if (header.lookingAt()) {
                    at = header.end();
                    continue;
                }
            }
            if (!isMaterial(text, at)) {
                break;
            }
            at++;
        }
        return at;
    }

    /** Base64, and what stands between its lines where it is quoted. */
    private static boolean isMaterial(String text, int at) {
        char c = text.charAt(at);
        return isBase64(c) || isBetween(c) || isMargin(text, at);
    }

    /** What a diff, a quotation or a comment puts before each line. */
    private static boolean isMargin(String text, int at) {
        char c = text.charAt(at);
        boolean dashes = c == '-' && (text.startsWith("--", at) || at > 0 && text.charAt(at - 1) == '-');
        return (c == '-' || c == '>' || c == '|' || c == '#' || c == '*')
                && !dashes
                && (at == 0 || "\n\t >|#*".indexOf(text.charAt(at - 1)) >= 0);
    }

    private static boolean isBetween(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\\' || c == '"' || c == '\'' || c == ','
                || c == '.';
    }

    private static boolean isBase64(char c) {
        return Look.isLetter(c) || Look.isDigit(c) || c == '+' || c == '/' || c == '=';
    }

    /** The end of the last unbroken run of at least that many characters of base64; -1 if there is none. */
    private static int lastRun(String text, int from, int to, int least) {
        int last = -1;
        int run = 0;
        for (int i = from; i < to; i++) {
            boolean escape = text.charAt(i) == 'n' && i > from && text.charAt(i - 1) == '\\';
            run = isBase64(text.charAt(i)) && !escape ? run + 1 : 0;
            last = run >= least ? i + 1 : last;
        }
        return last;
    }

    /** Where the first unbroken run begins that is long enough for material; -1 if there is none. */
    private static int firstRun(String text, int from, int to) {
        int run = 0;
        for (int i = from; i < to; i++) {
            run = isBase64(text.charAt(i)) ? run + 1 : 0;
            if (run == MATERIAL) {
                return i + 1 - run;
            }
        }
        return -1;
    }

    private static String encoded(String text) {
        Matcher matcher = ENCODED.matcher(text);
        return matcher.replaceAll(found -> isPrivate(found.group()) ? Matcher.quoteReplacement(WHAT) : "$0");
    }

    private static boolean isPrivate(String encoded) {
        String start = encoded.substring(0, Math.min(80, encoded.length()) & ~3);
        return new String(Base64.getDecoder().decode(start), StandardCharsets.ISO_8859_1).contains("PRIVATE KEY");
    }
}
