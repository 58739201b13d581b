package dev.expertd.expertise;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The documents of a YAML file: as nodes, which know where they stand, and as values, which can be compared. */
final class YamlTree {
    private static final int DEEPEST = 50;

    private YamlTree() {}

    /** The roots of the documents. */
    static List<Node> nodes(String text) throws ExpertiseException {
        List<Node> roots = new ArrayList<>();
        try {
            yaml().composeAll(new StringReader(text)).forEach(roots::add);
        } catch (YAMLException e) {
            throw refused(e);
        }
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node root : roots) {
            refuseAliases(root, seen);
        }
        return roots;
    }

    /** A scalar, as it is resolved: text, number, day, nothing. */
    record Scalar(String tag, String value) {
        static Scalar of(String text) {
            return new Scalar(Tag.STR.getValue(), text);
        }
    }

    /** The values of the documents, for comparison: lists, maps and scalars. */
    static List<Object> values(List<Node> roots) {
        List<Object> values = new ArrayList<>();
        roots.forEach(root -> values.add(value(root)));
        return values;
    }

    private static Object value(Node node) {
        if (node instanceof SequenceNode sequence) {
            return values(sequence.getValue());
        }
        if (node instanceof MappingNode mapping) {
            Map<Object, Object> map = new LinkedHashMap<>();
            mapping.getValue().forEach(each -> map.put(value(each.getKeyNode()), value(each.getValueNode())));
            return map;
        }
        return new Scalar(node.getTag().getValue(), textOf(node));
    }

    /** Puts an entry at the end of a list, which is made if it is not there; false if there is no way to it. */
    @SuppressWarnings("unchecked")
    static boolean withEntry(List<Object> documents, int document, List<String> path, Object entry) {
        if (documents.isEmpty()) {
            documents.add(new LinkedHashMap<>());
        }
        Object at = documents.get(document);
        for (String key : path.subList(0, path.size() - 1)) {
            at = at instanceof Map<?, ?> map ? map.get(Scalar.of(key)) : null;
        }
        if (!(at instanceof Map<?, ?>)) {
            return false;
        }
        Map<Object, Object> map = (Map<Object, Object>) at;
        Object list = map.compute(
                Scalar.of(path.get(path.size() - 1)), (key, old) -> old instanceof List<?> ? old : new ArrayList<>());
        return ((List<Object>) list).add(scalars(entry));
    }

    private static Object scalars(Object entry) {
        if (entry instanceof Map<?, ?> map) {
            Map<Object, Object> result = new LinkedHashMap<>();
            map.forEach((key, value) -> result.put(scalars(key), scalars(value)));
            return result;
        }
        return Scalar.of(entry.toString());
    }

    /** The last line that a node stands on, from 0; blank lines and comments behind it left out. */
    static int lastLine(Node node, Lines lines) {
        int last = endOf(node);
        while (last > node.getStartMark().getLine() && (last >= lines.count() || lines.isBlank(last))) {
            last--;
        }
        return last;
    }

    private static int endOf(Node node) {
        if (node instanceof CollectionNode<?> collection
                && !collection.getValue().isEmpty()
                && collection.getFlowStyle() != FlowStyle.FLOW) {
            if (node instanceof SequenceNode sequence) {
                return endOf(sequence.getValue().get(sequence.getValue().size() - 1));
            }
            if (node instanceof MappingNode mapping) {
                return endOf(
                        mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
            }
        }
        int line = node.getEndMark().getLine();
        boolean block =
                node.getEndMark().getColumn() == 0 && line > node.getStartMark().getLine();
        return block ? line - 1 : line;
    }

    private static void refuseAliases(Node node, Set<Node> seen) throws ExpertiseException {
        if (!seen.add(node)) {
            throw new ExpertiseException("uses YAML aliases, so that a line could change more than one place");
        }
        if (node instanceof SequenceNode sequence) {
            for (Node each : sequence.getValue()) {
                refuseAliases(each, seen);
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple each : mapping.getValue()) {
                refuseAliases(each.getKeyNode(), seen);
                refuseAliases(each.getValueNode(), seen);
            }
        }
    }

    /** The text of a scalar; empty for anything else. */
    static String textOf(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static ExpertiseException refused(YAMLException e) {
        String where = e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                ? " (line " + (marked.getProblemMark().getLine() + 1) + ": " + marked.getProblem() + ")"
                : "";
        return new ExpertiseException("is no valid YAML" + where + "; mend it");
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(DEEPEST);
        options.setAllowDuplicateKeys(true);
        return new Yaml(new SafeConstructor(options));
    }
}
