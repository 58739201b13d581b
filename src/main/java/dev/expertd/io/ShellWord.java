package dev.expertd.io;

/** Words as a POSIX shell reads them. */
public final class ShellWord {
    private ShellWord() {}

    /** One word, whatever is in it. */
    public static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
