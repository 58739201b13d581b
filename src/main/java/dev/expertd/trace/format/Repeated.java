package dev.expertd.trace.format;

import java.util.HashMap;
import java.util.Map;

/** Texts that stand in a trace again and again, such as the class of a test: each is kept once. */
public final class Repeated {
    private static final int KEPT = 1_024;

    private final Map<String, String> texts = new HashMap<>();

    /** The same text, as it was first met. */
    public String text(String text) {
        if (texts.size() == KEPT) {
            texts.clear();
        }
        String first = texts.putIfAbsent(text, text);
        return first == null ? text : first;
    }
}
