package dev.expertd.expertise;

import dev.expertd.config.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How large an expertise file is, against what is worth telling. */
public record FileSize(int lines, int bytes) {
    /** The size of a file with that text. */
    public static FileSize of(String text) {
        int lines = (int) text.chars().filter(letter -> letter == '\n').count();
        boolean open = !text.isEmpty() && !text.endsWith("\n");
        return new FileSize(lines + (open ? 1 : 0), text.getBytes(StandardCharsets.UTF_8).length);
    }

    /** What is too much, and what to do; empty within the limits. */
    public Optional<String> beyond(Settings.Limits limits) {
        String much = lines > limits.lines()
                ? "has " + lines + " lines, over limits.lines (" + limits.lines() + ")"
                : bytes > limits.bytes() ? "has " + bytes + " bytes, over limits.bytes (" + limits.bytes() + ")" : "";
        return much.isEmpty()
                ? Optional.empty()
                : Optional.of(much + ": merge lines that say the same, take out what no longer holds, or split off an"
                        + " expert; lines are still added");
    }
}
