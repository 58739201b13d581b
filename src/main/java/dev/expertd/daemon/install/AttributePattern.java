package dev.expertd.daemon.install;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The name of a file as a pattern in a file of git attributes, which begins at the root of the work tree. */
final class AttributePattern {
    private static final String MEANT_OTHERWISE = "\\*?[";

    private AttributePattern() {}

    /** The pattern for one file; in quotes where git could not read it else. */
    static String of(String path) {
        StringBuilder pattern = new StringBuilder("/");
        for (int i = 0; i < path.length(); i++) {
            char letter = path.charAt(i);
            pattern.append(MEANT_OTHERWISE.indexOf(letter) >= 0 ? "\\" : "").append(letter);
        }
        boolean plain = pattern.chars().allMatch(letter -> letter > ' ' && letter < 0x7F && letter != '"');
        return plain ? pattern.toString() : quoted(pattern.toString());
    }

    private static String quoted(String pattern) {
        StringBuilder text = new StringBuilder("\"");
        for (byte each : pattern.getBytes(StandardCharsets.UTF_8)) {
            int letter = each & 0xFF;
            if (letter < ' ' || letter >= 0x7F) {
                text.append(String.format(Locale.ROOT, "\\%03o", letter));
            } else {
                text.append(letter == '"' || letter == '\\' ? "\\" : "").append((char) letter);
            }
        }
        return text.append('"').toString();
    }
}
