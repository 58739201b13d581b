package dev.expertd.trace.format;

import dev.expertd.model.Failure;

/** What is kept of failures: so much of each, and of all together; when that is used up, a type and a short message. */
public final class FailureTexts {
    private static final int TYPE = 300;
    private static final int MESSAGE = 4_096;
    private static final int BODY = 8_192;
    private static final int SHORT_MESSAGE = 160;

    /** Characters in all. */
    private static final int TEXT = 4 << 20;

    private static final String CUT = "\n...\n";

    private int left;

    public FailureTexts() {
        this(TEXT);
    }

    private FailureTexts(int left) {
        this.left = left;
    }

    FailureTexts copy() {
        return new FailureTexts(left);
    }

    /** The failure as it may be kept: of a long body the beginning, which tells what, and the end, which tells why. */
    public Failure bounded(Failure failure) {
        Failure bounded = bounded(failure, left > 0);
        left -= bounded.message().length() + bounded.body().length();
        return bounded;
    }

    /** The same for one that the next look may tell in another way: it takes nothing from what there is for all. */
    public static Failure boundedForNow(Failure failure) {
        return bounded(failure, true);
    }

    static String message(String text) {
        return cut(text, MESSAGE);
    }

    private static Failure bounded(Failure failure, boolean room) {
        return new Failure(
                cut(failure.type(), TYPE),
                cut(failure.message(), room ? MESSAGE : SHORT_MESSAGE),
                room ? cutMiddle(failure.body(), BODY) : "");
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }

    private static String cutMiddle(String text, int limit) {
        return text.length() <= limit
                ? text
                : text.substring(0, limit / 2 - CUT.length()) + CUT + text.substring(text.length() - limit / 2);
    }
}
