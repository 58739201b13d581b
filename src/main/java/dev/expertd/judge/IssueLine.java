package dev.expertd.judge;

import dev.expertd.model.Failure;
import dev.expertd.model.TestCase;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One group of failures in one line of at most {@value #LONGEST} characters:
 *
 * <pre>{@code
 * REGRESSION 2 tests: TypeError: Cannot read properties of undefined in auth.ts — since 1a2b3c4 (3 runs), e.g. login>refresh
 * }</pre>
 *
 * Its text is masked, safe as Markdown and HTML, and moves no terminal's cursor.
 */
public final class IssueLine {
    static final int LONGEST = 160;

    private static final int SHORTEST_HEADLINE = 24;
    private static final Pattern CONTROL = Pattern.compile("\\x1b\\[[0-9;?]{0,20}[ -/]{0,4}[@-~]|[\\p{Cntrl}\\p{Cf}]");
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*\\[\\]|~]|(?<![A-Za-z0-9_])_|_(?![A-Za-z0-9_])");

    private IssueLine() {}

    /**
     * Renders the line.
     *
     * @param what the condition and how many tests are in it
     * @param test one of the tests
     * @param since when it began, as a person reads it
     */
    public static String of(String what, Failure failure, TestCase test, String since) {
        String place = place(failure).map(file -> " in " + escaped(file)).orElse("");
        String tail = place + " \u2014 " + since + ", e.g. ";
        String headline = escaped(Masks.apply(Headline.of(failure)));
        String said = headline.isEmpty() ? "nothing was printed" : headline;
        String name = escaped(name(test));
        int room = LONGEST - what.length() - 2 - tail.length();
        String told = cut(said, Math.max(SHORTEST_HEADLINE, room - name.length()));
        return cut(what + ": " + told + tail + cut(name, room - told.length()), LONGEST);
    }

    /** A test as people write it: suite and name. */
    public static String name(TestCase test) {
        return test.suite().isEmpty() ? test.name() : test.suite() + ">" + test.name();
    }

    /** The file of the topmost frame that is the repository's own. */
    public static Optional<String> place(Failure failure) {
        return Frames.first(FailureLines.everything(failure))
                .map(frame -> frame.substring(0, Math.max(0, frame.indexOf('#'))));
    }

    /** Text that no reader of Markdown or HTML takes for markup, in one line. */
    public static String escaped(String text) {
        String plain = CONTROL.matcher(text.replace('\n', ' ')).replaceAll("");
        return MARKUP.matcher(plain.replace("&", "&amp;").replace("<", "&lt;")).replaceAll("\\\\$0");
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Math.max(0, longest - 1);
        while (end > 0 && (Character.isHighSurrogate(text.charAt(end - 1)) || text.charAt(end - 1) == '\\')) {
            end--;
        }
        return text.substring(0, end) + "\u2026";
    }
}
