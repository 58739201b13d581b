package dev.expertd.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of secret and how it is recognised.
 *
 * @param pattern group {@code secret} is what goes; a pattern without that group goes whole
 * @param marker what stands there instead
 */
record SecretRule(Pattern pattern, String marker) {
    String apply(String text) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder out = null;
        int from = 0;
        while (matcher.find()) {
            boolean named = pattern.pattern().contains("(?<secret>");
            int start = named ? matcher.start("secret") : matcher.start();
            int end = named ? matcher.end("secret") : matcher.end();
            if (start < from) {
                continue;
            }
            out = out == null ? new StringBuilder(text.length()) : out;
            out.append(text, from, start).append(marker);
            from = end;
        }
        return out == null ? text : out.append(text, from, text.length()).toString();
    }
}
