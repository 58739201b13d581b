package dev.expertd.trace.format;

import java.util.stream.Collectors;

/** Text of whatever length, cut to what is kept of a name or looked at of an error. */
public final class ShortText {
    private static final int NAME = 1_000;
    private static final int LINE = 2_000;

    /** Characters at either end: what an error is stands first or, in a Python traceback, last. */
    private static final int END = 16_384;

    private ShortText() {}

    public static String name(String text) {
        return cut(text.strip(), NAME);
    }

    /** The beginning and the end, with lines of bounded length, as those who look for an error in a text want it. */
    public static String printed(String text) {
        String ends = text.length() <= 2 * END
                ? text
                : text.substring(0, END) + "\n...\n" + text.substring(text.length() - END);
        return ends.lines().map(line -> cut(line, LINE)).collect(Collectors.joining("\n"));
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }
}
