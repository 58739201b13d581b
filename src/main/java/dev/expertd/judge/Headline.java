package dev.expertd.judge;

import dev.expertd.model.Failure;

/** A failure in one line that a person recognises. */
public final class Headline {
    private static final int LENGTH = 160;

    private Headline() {}

    /** The error's simple name and what it says, whatever of both there is; at most 160 characters. */
    public static String of(Failure failure) {
        String type = simple(failure.type().strip());
        String text = FailureLines.headline(failure);
        boolean told = type.isEmpty() || text.startsWith(type) || text.startsWith(failure.type());
        String line = told ? text : text.isEmpty() ? type : type + ": " + text;
        String all = line.isEmpty() ? type : line;
        return all.length() <= LENGTH ? all : cut(all);
    }

    /** A type without its package or enclosing class; a type that is rather a phrase stays. */
    static String simple(String type) {
        if (type.indexOf(' ') >= 0) {
            return type;
        }
        String name = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return name.isEmpty() ? type : name;
    }

    private static String cut(String line) {
        int end = Character.isHighSurrogate(line.charAt(LENGTH - 2)) ? LENGTH - 2 : LENGTH - 1;
        return line.substring(0, end) + "\u2026";
    }
}
