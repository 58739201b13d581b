package dev.expertd.judge;

import dev.expertd.io.Hash;
import dev.expertd.model.Failure;
import dev.expertd.model.TestCase;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Identity of a failure across runs, version 1: what differs from run to run is masked, what tells one failure from
 * another is kept.
 *
 * @param key sixteen hex digits
 * @param masked the headline as it was hashed
 */
public record Fingerprint(String key, String masked) {
    /** Stands in every key, so that a later rule gives other keys. */
    private static final String VERSION = "v1";

    private static final int LENGTH = 300;
    private static final int KEY = 16;

    private record Mask(Pattern pattern, String with) {}

    /** In this order: an earlier mask takes what a later one would cut to pieces. */
    private static final List<Mask> MASKS = List.of(
            mask("[a-z][a-z0-9+.-]{1,10}://[^\\s\"'<>)]{1,500}", "{url}"),
            mask("\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b", "{uuid}"),
            mask(
                    "\\b\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})?",
                    "{time}"),
            mask("(?<![\\w.])(?:/[\\w.@+-]{1,100}){1,30}/([\\w.@+-]{1,100})", "$1"),
            mask("\\b[A-Za-z]:\\\\(?:[\\w .@+-]{1,100}\\\\){0,30}([\\w.@+-]{1,100})", "$1"),
            mask("([\\w-]{1,100}\\.[a-zA-Z]{1,5}):\\d{1,6}(?::\\d{1,6})?", "$1"),
            mask("(?i)\\bline \\d{1,7}", "line {n}"),
            mask("0x[0-9a-fA-F]{1,16}\\b|@[0-9a-f]{5,16}\\b", "{hex}"),
            mask("\\b(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}\\b", "{hex}"),
            mask("\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?\\b", "{ip}"),
            mask("\\b\\d{1,12}(?:\\.\\d{1,6})?\\s?(?:ns|us|ms|s|secs?|seconds|minutes|[KMG]i?B|bytes)\\b", "{q}"),
            mask("\\b(?=[\\w-]*\\d[\\w-]*[a-zA-Z])(?=[\\w-]*[a-zA-Z][\\w-]*\\d)[A-Za-z0-9]{12,64}\\b", "{id}"),
            mask(
                    "(?i)(?<!exit code )(?<!exited with )(?<!signal )(?<!status )(?<!code )(?<!HTTP )(?<![\\w.-])(?![1-5]\\d\\d\\b(?!\\.))-?\\d{1,20}(?![\\w])",
                    "{n}"),
            mask("(?<=\\{n\\}\\.)\\d{1,12}|(?<![\\w])\\d{1,12}(?=\\.\\{n\\})", "{n}"));

    /** The fingerprint of a test's failure. A failure that says nothing never meets another test's. */
    public static Fingerprint of(Failure failure, TestCase test) {
        String masked = FailureText.headline(failure);
        for (Mask mask : MASKS) {
            masked = mask.pattern().matcher(masked).replaceAll(mask.with());
        }
        if (masked.isBlank() || masked.equalsIgnoreCase("assertion failed")) {
            masked = (masked + " @test:" + test.name()).strip();
        }
        String hashed = VERSION + "|" + Headline.simple(failure.type()) + "|"
                + masked.substring(0, Math.min(LENGTH, masked.length()));
        return new Fingerprint(Hash.hex(hashed).substring(0, KEY), masked);
    }

    private static Mask mask(String regex, String with) {
        return new Mask(Pattern.compile(regex), with);
    }
}
