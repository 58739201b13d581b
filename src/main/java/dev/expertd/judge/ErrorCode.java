package dev.expertd.judge;

import dev.expertd.model.Failure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code by which a provider, an operating system or a compiler itself names what went wrong. */
final class ErrorCode {
    /** In this order: the most particular first. Group 1 is the code. */
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("An error occurred \\(([A-Za-z][\\w.]{2,60})\\)"), // AWS
            Pattern.compile(
                    "(?i)\\b(?:error ?code|code|errorType|__type)[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?([A-Za-z_][\\w.#]{2,60})"),
            Pattern.compile("\\b(SQLSTATE[\\[ (:]{0,2}[0-9A-Z]{5}|ORA-\\d{5}|TS\\d{4,5}|CS\\d{4}|E\\d{4}(?=\\]))"),
            Pattern.compile(
                    "\\b(E(?:ACCES|PERM|EXIST|NOENT|NOTDIR|ISDIR|MFILE|NOMEM|NOSPC|ROFS|PIPE|ADDRINUSE|CONN[A-Z]{5,8}|TIMEDOUT|NOTFOUND|HOSTUNREACH|AI_AGAIN))\\b"),
            Pattern.compile("\\b(ERR_[A-Z][A-Z_]{2,60})\\b"),
            Pattern.compile("\\[(Errno -?\\d{1,5}|WinError \\d{1,5})\\]"),
            Pattern.compile("(?i)\\b((?:HTTP(?:/[12](?:\\.[01])?)?|status(?: code)?)[ :=]{1,2}[1-5]\\d{2})\\b"),
            Pattern.compile("(?i)\\b(exit(?:ed with)?(?: code| status) \\d{1,3})\\b"));

    private ErrorCode() {}

    /** The code that the headline of the failure holds. */
    static Optional<String> of(Failure failure) {
        String said = Headline.of(failure);
        return PATTERNS.stream()
                .map(pattern -> pattern.matcher(said))
                .filter(Matcher::find)
                .map(matcher -> Objects.requireNonNull(matcher.group(1)))
                .findFirst();
    }
}
