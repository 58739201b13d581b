package dev.expertd.judge;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text what differs from run to run. What tells one failure from another stays: HTTP statuses, exit codes,
 * signals and error codes where they are named as such. Every pattern is linear in the text.
 */
final class Masks {
    private record Mask(Pattern pattern, String with) {}

    private static final String NAMED_CODE =
            "(?<!(?i:\\b(?:code|status|signal|errno|http|http/1\\.[01]|http/2|exit))[ :=]{1,2})";

    /** In this order: an earlier mask takes what a later one would cut to pieces. */
    private static final List<Mask> MASKS = List.of(
            mask("\\b[a-z][a-z0-9+.-]{1,10}://[^\\s\"'<>)]{1,500}", "{url}"),
            mask("\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b", "{uuid}"),
            mask(
                    "\\b\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})?",
                    "{time}"),
            mask("\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?\\b", "{time}"),
            mask("(?<![\\w.*<)/-])(?:/[\\w.@+-]{1,100}){1,30}/([\\w.@+-]{1,100})", "$1"),
            mask("\\b[A-Za-z]:\\\\(?:[\\w .@+-]{1,100}\\\\){0,30}([\\w.@+-]{1,100})", "$1"),
            mask("\\b([\\w-]{1,100}\\.[a-zA-Z]{1,5}):\\d{1,7}(?::\\d{1,6})?", "$1"),
            mask("(?i)\\bline \\d{1,7}", "line {n}"),
            mask("\\b0x[0-9a-fA-F]{1,16}\\b|(?<=\\w)@[0-9a-f]{5,16}\\b", "{hex}"),
            mask("\\b(?=[0-9a-fA-F]{0,63}[0-9])(?=[0-9a-fA-F]{0,63}[a-fA-F])[0-9a-fA-F]{7,64}\\b", "{hex}"),
            mask("\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?\\b|(?i)\\blocalhost:\\d{1,5}\\b", "{ip}"),
            mask(
                    "(?<![\\w.])\\d{1,12}(?:\\.\\d{1,9})? ?(?:ns|us|\u00b5s|ms|s|secs?|seconds?|min|minutes?|hours?|[KMGT]i?B|bytes?)\\b",
                    "{qty}"),
            mask(
                    "(?<![\\w+/])(?=[A-Za-z+/]{0,100}[0-9])(?=[a-z0-9+/]{0,100}[A-Z])[A-Za-z0-9+/]{24,500}={0,2}",
                    "{base64}"),
            mask("\\b(?=[A-Za-z]{0,60}\\d{1,60}[A-Za-z])[A-Za-z0-9]{5,64}\\b", "{id}"),
            mask(NAMED_CODE + "(?<![\\w])\\d{1,30}(?:\\.\\d{1,30})?(?![\\w])", "{n}"));

    private Masks() {}

    static String apply(String text) {
        String masked = text;
        for (Mask mask : MASKS) {
            masked = mask.pattern().matcher(masked).replaceAll(mask.with());
        }
        return masked;
    }

    private static Mask mask(String regex, String with) {
        return new Mask(Pattern.compile(regex), with);
    }
}
