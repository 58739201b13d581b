package dev.expertd.expertise;

import dev.expertd.model.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A list of learnings in a YAML file: of texts, or of entries whose keys a line can fill, such as {@code problem} and
 * {@code solution}.
 *
 * @param path keys that lead to it from the root of its document
 * @param document number of its document in the file
 * @param value a list, or the null of a key without a value
 */
record YamlList(int document, List<String> path, Node key, Node value) {
    private static final Pattern DASH = Pattern.compile(" *- +");
    private static final String PARTS = ": ";

    String name() {
        return path.get(path.size() - 1);
    }

    List<Node> entries() {
        return value instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    boolean isNull() {
        return value.getTag().equals(Tag.NULL);
    }

    boolean isList() {
        return isNull() || value instanceof SequenceNode;
    }

    boolean isFlow() {
        return value instanceof SequenceNode sequence && sequence.getFlowStyle() == FlowStyle.FLOW;
    }

    /** True if it is a list of a kind that lines can be added to. */
    boolean takesLines() {
        return isNull() || value instanceof SequenceNode && (isTexts() || !isFlow() && roles().isPresent());
    }

    /** The entries as texts, those that are none left out. */
    List<String> texts() {
        return entries().stream()
                .map(YamlList::textOf)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static String textOf(Node entry) {
        if (entry instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .filter(each -> says(each, YamlKeys.Role.LEAD) || says(each, YamlKeys.Role.REST))
                    .map(each -> YamlTree.textOf(each.getValueNode()).strip())
                    .collect(Collectors.joining(PARTS));
        }
        return YamlTree.textOf(entry).strip();
    }

    private static boolean says(NodeTuple each, YamlKeys.Role role) {
        return YamlKeys.role(YamlTree.textOf(each.getKeyNode())) == role;
    }

    private boolean isTexts() {
        return entries().stream().allMatch(ScalarNode.class::isInstance);
    }

    /** The keys that all entries share, in the order of the last, if a line can fill them all; else empty. */
    private Optional<Map<String, YamlKeys.Role>> roles() {
        if (entries().isEmpty() || !entries().stream().allMatch(YamlList::isSimple)) {
            return Optional.empty();
        }
        Map<String, YamlKeys.Role> roles = new LinkedHashMap<>();
        keys(entries().get(entries().size() - 1)).forEach(key -> roles.put(key, YamlKeys.role(key)));
        entries().forEach(entry -> roles.keySet().retainAll(keys(entry)));
        List<YamlKeys.Role> all = new ArrayList<>(roles.values());
        boolean leads = all.remove(YamlKeys.Role.LEAD) && !all.contains(YamlKeys.Role.LEAD);
        boolean parts = !all.remove(YamlKeys.Role.REST) || !all.contains(YamlKeys.Role.REST);
        List<String> order = new ArrayList<>(roles.keySet());
        order.removeIf(key -> roles.get(key) != YamlKeys.Role.LEAD && roles.get(key) != YamlKeys.Role.REST);
        boolean inOrder = !order.isEmpty() && roles.get(order.get(0)) == YamlKeys.Role.LEAD;
        return leads && parts && inOrder && !all.contains(YamlKeys.Role.OTHER) ? Optional.of(roles) : Optional.empty();
    }

    private static List<String> keys(Node entry) {
        return ((MappingNode) entry)
                .getValue().stream()
                        .map(each -> YamlTree.textOf(each.getKeyNode()))
                        .toList();
    }

    private static boolean isSimple(Node entry) {
        return entry instanceof MappingNode mapping
                && mapping.getFlowStyle() != FlowStyle.FLOW
                && mapping.getValue().stream().allMatch(each -> each.getKeyNode() instanceof ScalarNode);
    }

    /** The value of an entry that says the line; empty if the keys of this list cannot hold it. */
    Optional<Object> entry(String line) {
        if (isNull() || isTexts()) {
            return Optional.of(line);
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        Map<String, YamlKeys.Role> roles = roles().orElse(Map.of());
        WrittenLine written = WrittenLine.read(Section.TIPS, line);
        int parts = roles.containsValue(YamlKeys.Role.REST) ? line.indexOf(PARTS) : line.length();
        if (roles.isEmpty() || parts <= 0) {
            return Optional.empty();
        }
        for (Map.Entry<String, YamlKeys.Role> role : roles.entrySet()) {
            String value = switch (role.getValue()) {
                case LEAD -> line.substring(0, parts);
                case REST -> line.substring(parts + PARTS.length());
                case DAY -> written.discovered().map(Object::toString).orElse("");
                case AREA -> written.component();
                case OTHER -> "";
            };
            if (value.isBlank()) {
                return Optional.empty();
            }
            entry.put(role.getKey(), value);
        }
        return Optional.of(entry);
    }

    /** The lines of a block entry, in the habit of the last one. */
    List<String> lines(Object entry, Lines lines, int indent, ScalarStyle style) {
        String prefix = " ".repeat(indent) + "- ";
        if (!entries().isEmpty()) {
            Node last = entries().get(entries().size() - 1);
            String before = lines.text(last.getStartMark().getLine());
            int column = before.offsetByCodePoints(
                    0, Math.min(last.getStartMark().getColumn(), before.codePointCount(0, before.length())));
            prefix = DASH.matcher(before.substring(0, column)).matches() ? before.substring(0, column) : prefix;
        }
        List<String> added = new ArrayList<>();
        if (areSpaced(lines)) {
            added.add("");
        }
        if (entry instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> each : map.entrySet()) {
                added.add(prefix + each.getKey() + ": "
                        + YamlQuoting.quoted(each.getValue().toString(), styleOf(each.getKey(), style)));
                prefix = " ".repeat(prefix.length());
            }
        } else {
            added.add(prefix + YamlQuoting.quoted(entry.toString(), style));
        }
        return added;
    }

    private ScalarStyle styleOf(Object key, ScalarStyle usual) {
        return ((MappingNode) entries().get(entries().size() - 1))
                .getValue().stream()
                        .filter(each -> YamlTree.textOf(each.getKeyNode()).equals(key))
                        .map(NodeTuple::getValueNode)
                        .filter(ScalarNode.class::isInstance)
                        .map(node -> ((ScalarNode) node).getScalarStyle())
                        .findFirst()
                        .orElse(usual);
    }

    /** Each entry is set off from the one before by a blank line. */
    boolean areSpaced(Lines lines) {
        return areSpaced(entries(), lines);
    }

    static boolean areSpaced(List<Node> entries, Lines lines) {
        for (int i = 1; i < entries.size(); i++) {
            int before = entries.get(i).getStartMark().getLine() - 1;
            if (before < 0 || !lines.isBlank(before)) {
                return false;
            }
        }
        return entries.size() > 1;
    }
}
