package dev.expertd.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Which repositories are enrolled: the {@code repositories} list of the user's settings file. The file is the user's,
 * with comments and an order of its own, so one item is spliced in or out at the place that the YAML parser names and
 * every other byte stays.
 */
public final class Enrolment {
    private static final String KEY = "repositories";

    private Enrolment() {}

    /** The enrolled work trees, in the order of the file; none if the text is no settings file. */
    public static List<String> list(String text) {
        Node value = value(text);
        return value instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(Mistakes::text).toList()
                : List.of();
    }

    /**
     * The text of the settings file with that work tree enrolled; the same text if it is.
     *
     * @throws SettingsException if the text is no YAML or {@code repositories} is no list
     */
    public static String add(String text, String worktree) throws SettingsException {
        Node value = checked(text);
        if (list(text).contains(worktree)) {
            return text;
        }
        Lines lines = new Lines(text);
        if (value == null) {
            lines.append(KEY + ":");
            lines.append("  - " + quoted(worktree));
        } else if (!(value instanceof SequenceNode sequence)) {
            lines.insert(value.getStartMark().getLine(), "  - " + quoted(worktree)); // a key with nothing behind it
        } else if (sequence.getValue().isEmpty()) {
            lines.cut(value, "");
            lines.insert(value.getStartMark().getLine(), "  - " + quoted(worktree));
        } else if (sequence.getFlowStyle() == FlowStyle.FLOW) {
            Node last = sequence.getValue().get(sequence.getValue().size() - 1);
            lines.cut(last.getEndMark(), last.getEndMark(), ", " + quoted(worktree));
        } else {
            Node last = sequence.getValue().get(sequence.getValue().size() - 1);
            String indent = " ".repeat(sequence.getStartMark().getColumn());
            lines.insert(last.getEndMark().getLine(), indent + "- " + quoted(worktree));
        }
        return lines.text();
    }

    /**
     * The text without that work tree; the same text if it is not enrolled.
     *
     * @throws SettingsException if the text is no YAML or {@code repositories} is no list
     */
    public static String remove(String text, String worktree) throws SettingsException {
        if (!(checked(text) instanceof SequenceNode sequence)) {
            return text;
        }
        List<Node> items = sequence.getValue();
        int at = list(text).indexOf(worktree);
        if (at < 0) {
            return text;
        }
        Lines lines = new Lines(text);
        Node item = items.get(at);
        if (sequence.getFlowStyle() == FlowStyle.FLOW) {
            boolean last = at == items.size() - 1;
            lines.cut(
                    at > 0 && last ? items.get(at - 1).getEndMark() : item.getStartMark(),
                    last ? item.getEndMark() : items.get(at + 1).getStartMark(),
                    "");
        } else {
            lines.delete(item.getStartMark().getLine(), item.getEndMark().getLine());
            if (items.size() == 1) {
                lines.replaceKey(KEY, KEY + ": []");
            }
        }
        return lines.text();
    }

    private static @Nullable Node checked(String text) throws SettingsException {
        List<Problem> problems = new ArrayList<>();
        Mistakes mistakes = new Mistakes("config.yml", problems);
        Node root = SettingsFile.compose(text, mistakes);
        Node value = value(root);
        if (value != null) {
            new Values(Scope.user(null), mistakes).items(KEY, value);
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return value;
    }

    private static @Nullable Node value(String text) {
        return value(SettingsFile.compose(text, new Mistakes("config.yml", new ArrayList<>())));
    }

    private static @Nullable Node value(@Nullable Node root) {
        if (root instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (Mistakes.text(entry.getKeyNode()).equals(KEY)) {
                    return entry.getValueNode();
                }
            }
        }
        return null;
    }

    private static String quoted(String path) {
        return "'" + path.replace("'", "''") + "'";
    }
}
