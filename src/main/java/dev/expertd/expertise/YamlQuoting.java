package dev.expertd.expertise;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** Text as a YAML scalar on one line. */
final class YamlQuoting {
    private YamlQuoting() {}

    /** In that style if the text can be read back from it, else in double quotes. */
    static String quoted(String text, ScalarStyle style) {
        if (style == ScalarStyle.SINGLE_QUOTED) {
            return "'" + text.replace("'", "''") + "'";
        }
        return style == ScalarStyle.PLAIN && isPlain(text)
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** True if the text is read back as that text, bare as an entry and as a value. */
    private static boolean isPlain(String text) {
        try {
            YamlTree.Scalar scalar = YamlTree.Scalar.of(text);
            return YamlTree.values(YamlTree.nodes("- " + text + "\n- k: " + text + "\n"))
                    .equals(List.of(List.of(scalar, Map.of(YamlTree.Scalar.of("k"), scalar))));
        } catch (ExpertiseException e) {
            return false;
        }
    }
}
