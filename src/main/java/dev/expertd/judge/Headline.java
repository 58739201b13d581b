package dev.expertd.judge;

import dev.expertd.model.Failure;

/** A failure in one line that a person recognises. */
public final class Headline {
    private Headline() {}

    /** The error's simple name and what it says; whatever of both there is. */
    public static String of(Failure failure) {
        String type = simple(failure.type());
        String text = FailureText.headline(failure);
        if (type.isEmpty() || text.startsWith(type) || text.contains(failure.type())) {
            return text.isEmpty() ? type : text;
        }
        return text.isEmpty() ? type : type + ": " + text;
    }

    static String simple(String type) {
        String name = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return name.isEmpty() ? type : name;
    }
}
