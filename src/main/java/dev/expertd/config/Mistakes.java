package dev.expertd.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Notes mistakes of one file at the place where they stand. */
final class Mistakes {
    private static final int ENOUGH = 50;

    private final String file;
    private final List<Problem> problems;
    private int noted;

    Mistakes(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    void at(Node node, String message) {
        Mark mark = node.getStartMark();
        at(mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    void at(int line, int column, String message) {
        if (++noted <= ENOUGH) {
            problems.add(new Problem(file, line, column, message));
        }
    }

    /** The entries of a group, those whose key stands there a second time left out and noted. */
    List<NodeTuple> entries(MappingNode group, String prefix) {
        Set<String> seen = new HashSet<>();
        return group.getValue().stream()
                .filter(entry -> {
                    String key = prefix + text(entry.getKeyNode());
                    if (!seen.add(key)) {
                        at(entry.getKeyNode(), "`" + Shown.text(key) + "` stands here twice");
                        return false;
                    }
                    return true;
                })
                .toList();
    }

    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
