package dev.expertd.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads what stands behind a key; what cannot be used is noted and has no value. */
final class Values {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final Scope scope;
    private final Mistakes mistakes;

    Values(Scope scope, Mistakes mistakes) {
        this.scope = scope;
        this.mistakes = mistakes;
    }

    @Nullable
    Integer count(String key, Keys.Key known, Node node) {
        String text = Mistakes.text(node);
        int most = known.most(scope.usersOwn());
        if (Tag.INT.equals(node.getTag()) && NUMBER.matcher(text).matches()) {
            int count = Integer.parseInt(text);
            if (count >= known.least() && count <= most) {
                return count;
            }
        }
        String yours =
                most < known.most() && Tag.INT.equals(node.getTag()) ? " (more only in your own config.yml)" : "";
        mistakes.at(
                node,
                "`" + key + "` must be a whole number from " + known.least() + " to " + most + yours + ", not "
                        + Shown.node(node));
        return null;
    }

    @Nullable
    Boolean flag(String key, Node node) {
        if (Tag.BOOL.equals(node.getTag())) {
            return Set.of("true", "yes", "on").contains(Mistakes.text(node).toLowerCase(Locale.ROOT));
        }
        mistakes.at(node, "`" + key + "` must be true or false, not " + Shown.node(node));
        return null;
    }

    @Nullable
    String word(String key, List<String> words, Node node) {
        String text = Mistakes.text(node);
        if (node instanceof ScalarNode && words.contains(text)) {
            return text;
        }
        mistakes.at(node, "`" + key + "` must be " + String.join(" or ", words) + ", not " + Shown.node(node));
        return null;
    }

    @Nullable
    List<String> texts(String key, Keys.Key known, Node node) {
        Optional<List<Node>> items = items(key, node);
        if (items.isEmpty()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (Node item : items.get()) {
            String text = Mistakes.text(item);
            if (!(item instanceof ScalarNode) || text.isEmpty()) {
                mistakes.at(item, "`" + key + "` must be a list of texts");
            } else if (!known.words().isEmpty() && !known.words().contains(text)) {
                mistakes.at(item, "`" + Shown.text(text) + "` is no section" + Keys.suggestion(text, known.words()));
            } else if (known.kind() != Keys.Kind.PATHS || isInside(item, text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    @Nullable
    Map<String, String> map(String key, Node node) {
        Map<String, String> map = new LinkedHashMap<>();
        if (Tag.NULL.equals(node.getTag())) {
            return map;
        }
        if (!(node instanceof MappingNode mapping)) {
            mistakes.at(node, "`" + key + "` must be a group of `\"glob\": name` lines");
            return null;
        }
        for (NodeTuple entry : mistakes.entries(mapping, "")) {
            String glob = Mistakes.text(entry.getKeyNode());
            String value = Mistakes.text(entry.getValueNode());
            if (!(entry.getValueNode() instanceof ScalarNode) || value.isEmpty()) {
                mistakes.at(entry.getValueNode(), "`" + Shown.text(glob) + "` needs a name");
            } else if (isInside(entry.getKeyNode(), glob)) {
                map.put(glob, value);
            }
        }
        return map;
    }

    /** The items of a list; a key with nothing behind it is an empty list. */
    Optional<List<Node>> items(String key, Node node) {
        if (Tag.NULL.equals(node.getTag())) {
            return Optional.of(List.of());
        }
        if (node instanceof SequenceNode sequence) {
            return Optional.of(sequence.getValue());
        }
        mistakes.at(node, "`" + key + "` must be a list");
        return Optional.empty();
    }

    boolean isInside(Node node, String path) {
        Optional<String> mistake = InsidePath.mistake(path, scope.worktree());
        mistake.ifPresent(message -> mistakes.at(node, message));
        return mistake.isEmpty();
    }
}
