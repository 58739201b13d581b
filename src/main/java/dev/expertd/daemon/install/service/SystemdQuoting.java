package dev.expertd.daemon.install.service;

/**
 * Text as systemd reads it back from a unit: words in double quotes with the escapes of C, and {@code %} doubled, which
 * else begins a specifier. See systemd.syntax(7), systemd.unit(5) and, for commands, systemd.service(5).
 */
final class SystemdQuoting {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    private SystemdQuoting() {}

    /** One word where a list of words or assignments is expected. */
    static String word(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '%') {
                quoted.append("%%");
            } else if (c < FIRST_PRINTABLE || c == DELETE) {
                quoted.append(String.format("\\x%02x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** One argument of a command, in which {@code $} would begin a variable. */
    static String argument(String text) {
        return word(text.replace("$", "$$"));
    }

    /** True if the text can be the whole of a line that systemd takes as it stands, without quotes. */
    static boolean fitsBare(String text) {
        return text.equals(text.strip())
                && !text.endsWith("\\")
                && text.chars().allMatch(c -> c >= FIRST_PRINTABLE && c != DELETE);
    }

    /** The text as such a line. */
    static String bare(String text) {
        return text.replace("%", "%%");
    }
}
