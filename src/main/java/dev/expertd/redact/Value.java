package dev.expertd.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** What stands where a secret would stand: a secret, a name, a placeholder, or an expression that fetches one. */
final class Value {
    private static final Pattern CODE =
            Pattern.compile("[A-Za-z_$][\\w$]{0,60}+(?:(?:\\.|->|::)[A-Za-z_$][\\w$]{0,60}+){1,12}+");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z_]*\\d{0,2}");
    private static final Pattern NUMBER = Pattern.compile("(?i)0x[0-9a-f_]+[lu]*|[\\d_.,]+(?:e[+-]?\\d+)?[lfduk%]?");
    private static final Pattern WORD =
            Pattern.compile("[A-Za-z]{1,16}|[A-Za-z]{0,6}\\d{1,4}|\\d{1,4}[A-Za-z]{0,3}|x86");
    private static final Pattern SEPARATOR = Pattern.compile("[-_./:]");
    private static final Pattern PLACE = Pattern.compile(
            "(?i)(?:\\.{0,2}/|[a-z]:\\\\|https?:|file:|arn:|vault:|env:|op://|ssm:|secret:|\\$|\\{|<|%|!|&|@|\\*|#|\\\\).*",
            Pattern.DOTALL);

    /** A gap to be filled, or what fills it when it runs. */
    private static final Pattern GAP =
            Pattern.compile("^[$%<{*]|\\$\\{|\\$\\(|\\{\\{|\\}\\}|\\[redacted|\\.\\.\\.|\u2026|(?i:xxxx)");

    private Value() {}

    /** A literal, not a variable or a gap that is to be filled. */
    static boolean isGiven(String value) {
        return !GAP.matcher(value).find() && !Look.isOneCharacter(value);
    }

    /** A chain of names, as in {@code settings.db2.password}. */
    static boolean isCode(String value) {
        return CODE.matcher(value).matches();
    }

    /** What stands behind an option: a word there is as likely the next word of a sentence. */
    static boolean isOption(String value) {
        return isGiven(value)
                && !value.startsWith("-")
                && !isCode(value)
                && !PLACE.matcher(value).matches()
                && (Look.hasDigitAndLetter(value) && !speaksOfItself(value) || hasSymbol(value));
    }

    /** Something that nobody chose as a name: fit for what is called a password, a secret or a phrase. */
    static boolean isPassword(String value, boolean quoted) {
        if (!quoted && !Look.hasDigitAndLetter(value) && !hasSymbol(value)) {
            return false;
        }
        boolean literal = quoted && "!&@*#".indexOf(value.charAt(0)) >= 0;
        if (!isGiven(value) || !literal && PLACE.matcher(value).matches() || isCode(value)) {
            return false;
        }
        if (NUMBER.matcher(value).matches()) {
            return quoted && value.chars().allMatch(Look::isDigit);
        }
        if (isWords(value) && (value.indexOf('/') >= 0 || isPutTogether(value) && speaksOfItself(value))) {
            return false;
        }
        if (Look.hasDigitAndLetter(value)) {
            return quoted || !(IDENTIFIER.matcher(value).matches() && speaksOfItself(value));
        }
        return !speaksOfItself(value) && (hasSymbol(value) || quoted && isPhrase(value));
    }

    /** Something drawn by lot: fit for what is called a token or a key, which many harmless things are. */
    static boolean isKey(String value) {
        return Look.hasDigitAndLetter(value)
                && isGiven(value)
                && !NUMBER.matcher(value).matches()
                && !PLACE.matcher(value).matches()
                && !isCode(value)
                && !isWords(value)
                && (Look.turns(value) > 2
                        || Look.isRandom(value) && !IDENTIFIER.matcher(value).matches());
    }

    /** Base64 of {@code user:password}. */
    static boolean isUserAndPassword(String value) {
        try {
            String plain = new String(Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1);
            return plain.indexOf(':') >= 0 && plain.chars().allMatch(c -> c >= ' ' && c < 127);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Names and numbers put together, as in {@code deps-v2-linux-x86_64}. */
    private static boolean isWords(String value) {
        return SEPARATOR
                .splitAsStream(value)
                .allMatch(part -> WORD.matcher(part).matches());
    }

    private static boolean isPutTogether(String value) {
        return SEPARATOR.matcher(value).find();
    }

    private static boolean hasSymbol(String value) {
        return Look.hasLetter(value)
                && value.chars().anyMatch(c -> "!@#^&*+~?".indexOf(c) >= 0)
                && value.indexOf('(') < 0;
    }

    /** Four words or more in a row. */
    private static boolean isPhrase(String value) {
        return value.chars().filter(c -> c == '-' || c == '_' || c == '.').count() >= 3
                && value.chars().allMatch(c -> Look.isLetter(c) || c == '-' || c == '_' || c == '.');
    }

    private static boolean speaksOfItself(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.contains("pass")
                || lower.contains("secret")
                || lower.contains("token")
                || lower.contains("key")
                || lower.contains("cred")
                || lower.contains("pwd");
    }
}
