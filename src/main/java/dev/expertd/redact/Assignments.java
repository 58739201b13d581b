package dev.expertd.redact;

import dev.expertd.redact.AnchoredRule.Finder;
import dev.expertd.redact.AnchoredRule.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that something is set to or compared with, in code, configuration and environments: {@code password = "..."},
 * {@code DB_PASSWORD=...}, {@code "apiKey": "..."}, {@code <secret>...</secret>}. The name must end where the value
 * begins ({@code password_field} is no password), and the value must look like one: most that is set is a name, a type
 * or a call.
 */
final class Assignments implements Finder {
    private static final String[] ANCHORS = {"pass", "pwd", "psk", "secret", "token", "key", "credential", "_auth"};

    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:(?<strong>pass(?:word|wd|phrase|code)|(?<=[a-z0-9][_-])pass|pwd|psk|secret)|token|credentials?|_auth"
                    + "|(?<=(?:api|secret|access|auth|private|signing|encryption|master|account|shared|service|server|app)[_-]{0,1})key(?:[_-]?id)?)"
                    + "(?:[_-]?(?:value|prod(?:uction)?|dev|test|staging|live|base64|b64|\\d{1,2}))?(?![\\w-])[\"'\\]]{0,2}");

    private static final String TYPE = "(?:[ \\t]{0,3}:?[ \\t]{1,3}[A-Za-z][\\w.<>?|]{0,30})?";
    private static final String SET = "[ \\t]{0,8}(?:===?|!==?|=>|:=|[=:])[ \\t]{0,8}";

    private static final Pattern QUOTED = Pattern.compile(
            "(?:" + TYPE + SET
                    + "|[ \\t]{1,3}(?=')|(?<call>\\()[ \\t]{0,3})[fbru@]?\\\\?(?<q>[\"'`])(?<value>[^\"'`\\s\\\\]{5,400})\\\\?\\k<q>");
    private static final Pattern ELEMENT = Pattern.compile(">(?<value>[^<>\\s\"']{5,500})</");
    private static final String UNBROKEN = "[^\\s\"'`,;<>()\\[\\]{}|\\\\]";
    private static final int JUDGED = 120;
    private static final Pattern BARE =
            Pattern.compile("[ \\t]{0,2}[=:][ \\t]{0,4}(?<value>" + UNBROKEN + "{6," + JUDGED + "}+)(?![(\\[{<])");
    private static final Pattern RUN = Pattern.compile(UNBROKEN + "*+");

    private static final int KEY = 16;
    private static final int QUOTED_KEY = 12;

    private Assignments() {}

    static SecretRule rule() {
        return new AnchoredRule(SecretRule.marker("secret"), new Assignments(), ANCHORS);
    }

    @Override
    public Optional<Span> find(String text, int at, int from) {
        Matcher name = over(NAME, text, at);
        if (!name.lookingAt()) {
            return Optional.empty();
        }
        boolean strong = name.group("strong") != null;
        Matcher quoted = over(QUOTED, text, name.end());
        if (quoted.lookingAt()) {
            boolean told = quoted.group("call") == null || strong && isSetter(text, at);
            return told && isSecret(quoted.group("value"), strong, true) ? span(quoted) : Optional.empty();
        }
        Matcher element = over(ELEMENT, text, name.end());
        if (element.lookingAt()) {
            return isSecret(element.group("value"), strong, true) ? span(element) : Optional.empty();
        }
        Matcher bare = over(BARE, text, name.end());
        if (!bare.lookingAt()) {
            return Optional.empty();
        }
        String value = trimmed(bare.group("value"));
        int start = bare.start("value");
        if (!isSecret(value, strong, false)) {
            return Optional.empty();
        }
        boolean isLong = bare.end("value") - start == JUDGED;
        return Optional.of(new Span(start, isLong ? endOfRun(text, bare.end("value")) : start + value.length()));
    }

    /** What is long is judged by its beginning, and goes as far as nothing breaks it. */
    private static int endOfRun(String text, int from) {
        Matcher run = over(RUN, text, from);
        return run.lookingAt() ? run.end() : from;
    }

    private static Matcher over(Pattern pattern, String text, int from) {
        return pattern.matcher(text)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(from, text.length());
    }

    private static Optional<Span> span(Matcher found) {
        return Optional.of(new Span(found.start("value"), found.end("value")));
    }

    private static boolean isSecret(String value, boolean strong, boolean quoted) {
        if (strong) {
            return Value.isPassword(value, quoted);
        }
        return value.length() >= (quoted ? QUOTED_KEY : KEY) && Value.isKey(value);
    }

    /** A call with a password sets it or looks something up; only the first tells one. */
    private static boolean isSetter(String text, int name) {
        String before = text.substring(Math.max(0, name - 5), name).toLowerCase(Locale.ROOT);
        return before.endsWith(".") || before.endsWith("set") || before.endsWith("set_") || before.endsWith("with");
    }

    /** Without the signs that end a sentence. */
    private static String trimmed(String value) {
        int last = value.length();
        while (last > 0 && ".:!?".indexOf(value.charAt(last - 1)) >= 0) {
            last--;
        }
        return value.substring(0, last);
    }
}
