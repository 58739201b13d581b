package dev.expertd.trace.format;

import java.util.ArrayList;
import java.util.List;

/** Text of any length as it comes in, of which the beginning and the end are kept. */
public final class BoundedText {
    private static final int BEGINNING = 4_096;
    private static final int END = 8_192;
    private static final int LINE = 2_000;

    private final StringBuilder beginning = new StringBuilder();
    private final StringBuilder end = new StringBuilder();

    public static BoundedText of(String text) {
        BoundedText bounded = new BoundedText();
        bounded.append(text);
        return bounded;
    }

    public void append(String text) {
        int first = Math.min(text.length(), BEGINNING - beginning.length());
        beginning.append(text, 0, first);
        end.append(text, Math.max(first, text.length() - END), text.length());
        if (end.length() > 2 * END) {
            end.delete(0, end.length() - END);
        }
    }

    /** The lines of what was kept, each bounded. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        (beginning.toString() + end)
                .lines()
                .map(line -> line.length() <= LINE ? line : line.substring(0, LINE))
                .forEach(lines::add);
        return lines;
    }

    public boolean isEmpty() {
        return beginning.length() == 0;
    }

    @Override
    public String toString() {
        return beginning.toString() + end;
    }
}
