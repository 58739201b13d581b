package dev.expertd.expertise;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line of a YAML file says, without its key and quotes.
 *
 * @param isAside it is a day or a component, which the text of a learning holds too
 */
record YamlValue(String text, boolean isAside) {
    private static final Pattern KEY = Pattern.compile("^([a-z_]+): +");
    private static final int TELLING = 20;

    /** Reads what stands behind the dash, or a line of an entry. */
    static YamlValue of(String line) {
        Matcher key = KEY.matcher(line);
        boolean keyed = key.find();
        YamlKeys.Role role = keyed ? YamlKeys.role(key.group(1)) : YamlKeys.Role.OTHER;
        boolean aside = role == YamlKeys.Role.DAY || role == YamlKeys.Role.AREA;
        String value = keyed ? line.substring(key.end()) : line;
        int last = value.length() - 1;
        if (last > 0 && value.charAt(0) == '\'' && value.charAt(last) == '\'') {
            return new YamlValue(value.substring(1, last).replace("''", "'"), aside);
        }
        if (last > 0 && value.charAt(0) == '"' && value.charAt(last) == '"') {
            return new YamlValue(value.substring(1, last).replace("\\\"", "\"").replace("\\\\", "\\"), aside);
        }
        return new YamlValue(value, aside);
    }

    /** True if it is one of the texts, or a half of one that its entry holds under two keys. */
    boolean isPartOf(Set<String> texts) {
        return texts.contains(text)
                || texts.stream()
                        .anyMatch(each -> isAside && each.contains(": " + text)
                                || each.startsWith(text + ": ")
                                || text.length() >= TELLING && each.endsWith(": " + text));
    }
}
