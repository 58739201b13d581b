package dev.expertd.config;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** How text from a settings file is shown in a message: short, on one line, nothing that a terminal would obey. */
final class Shown {
    private static final int LONGEST = 60;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    private Shown() {}

    /** What stands at a node, as the end of "must be ..., not ...". */
    static String node(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return node instanceof SequenceNode ? "a list" : "a group";
        }
        boolean plain = scalar.isPlain() && !scalar.getValue().isEmpty();
        return plain ? "`" + text(scalar.getValue()) + "`" : "the text `" + text(scalar.getValue()) + "`";
    }

    static String text(String raw) {
        String cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) + "..." : raw;
        return UNSEEN.matcher(cut).replaceAll("\uFFFD");
    }
}
