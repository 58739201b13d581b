package dev.expertd.judge;

import dev.expertd.io.Hash;
import dev.expertd.model.Failure;
import dev.expertd.model.TestCase;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identity of a failure across runs and tests, version 1: what differs from run to run is masked, what tells one failure
 * from another is kept. A failure whose text would fit any test is told by its place, or else by its test, so that two of
 * them never meet.
 *
 * @param key first 8 bytes of sha256({@code v1|exception|masked}) in hex
 * @param exception simple name of the error's type; empty if there is none
 * @param masked the headline as it was hashed, at most 300 characters
 */
public record Fingerprint(String key, String exception, String masked) {
    /** Stands in every key, so that a later rule gives other keys. */
    private static final String VERSION = "v1";

    private static final int LENGTH = 300;
    private static final int KEY = 8;

    private static final Pattern NAMED = Pattern.compile(
            "(?:^|\\bE {2,4})((?:[A-Za-z_$][\\w$]{0,100}\\.){0,12}[A-Za-z_$][\\w$]{0,100}(?:Error|Exception))(?=:|\\s|$)");

    /** The fingerprint of a test's failure. */
    public static Fingerprint of(Failure failure, TestCase test) {
        return of(failure, test.suite().isEmpty() ? test.name() : test.suite() + ">" + test.name());
    }

    /** The same, for a test that is named in full. */
    static Fingerprint of(Failure failure, String test) {
        String headline = FailureLines.headline(failure);
        String masked = Masks.apply(headline);
        if (FailureLines.isGeneric(headline)) {
            String place = Frames.first(FailureLines.everything(failure)).orElse("test:" + test);
            masked = (masked + " @" + place).strip();
        }
        masked = masked.substring(0, Math.min(LENGTH, masked.length()));
        String exception = exception(failure);
        String hashed = VERSION + "|" + exception + "|" + masked;
        return new Fingerprint(Hash.hex(KEY, hashed), exception, masked);
    }

    private static String exception(Failure failure) {
        if (!failure.type().isBlank()) {
            return Headline.simple(failure.type().strip());
        }
        Matcher named = NAMED.matcher(FailureLines.text(failure));
        return named.find() ? Headline.simple(named.group(1)) : "";
    }
}
