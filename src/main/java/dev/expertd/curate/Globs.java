package dev.expertd.curate;

import java.util.regex.Pattern;

/** Path globs as in settings files, without a file system: {@code *} within a folder, {@code **} across folders. */
public final class Globs {
    private Globs() {}

    public static boolean matches(String glob, String path) {
        return pattern(glob).matcher(path).matches();
    }

    /** The pattern that a whole path must match. */
    public static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
