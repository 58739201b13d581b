package dev.expertd.trace.failure;

import dev.expertd.model.Failure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The failure that a report tells in the fields of an error object: what was thrown, its message, its stack. */
public final class ThrownError {
    /** Characters; a failure is cut further when it is kept. */
    private static final int TEXT = 16_384;

    private static final Pattern FRAMES = Pattern.compile("\\R[ \\t]{1,40}at (?=\\S[^\\r\\n]{0,2000}?(?:\\(|:\\d))");

    private ThrownError() {}

    /**
     * Takes apart what the fields repeat: a message may begin with the type, and end with the stack.
     *
     * @param type the error's name; empty if the report has none
     * @param message as reported, in part perhaps
     * @param stack with or without the message at its beginning; empty if the message holds all
     */
    public static Failure of(String type, String message, String stack) {
        String said = bounded(message).strip();
        Matcher frames = FRAMES.matcher(said);
        String alone = frames.find() ? said.substring(0, frames.start()).stripTrailing() : said;
        return PrintedFailure.completed(new Failure(type, alone, stack.isBlank() ? said : bounded(stack)));
    }

    private static String bounded(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT);
    }
}
