package dev.expertd.expertise;

import dev.expertd.model.Section;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * A YAML file of expertise. Entries go in and come out line by line, and nothing is emitted anew: the file is read
 * before and after, and must have become what it was and exactly that one entry.
 */
final class YamlText implements ExpertiseText {
    private static final Pattern STRANGE_BREAK = Pattern.compile("\r(?!\n)|[\u0085\u2028\u2029]");

    private final byte[] bytes;
    private final Lines lines;
    private final List<Node> roots;
    private final List<YamlList> lists;

    private YamlText(byte[] bytes, Lines lines, List<Node> roots) {
        this.bytes = bytes;
        this.lines = lines;
        this.roots = roots;
        this.lists = lists(roots);
    }

    static YamlText of(byte[] bytes) throws ExpertiseException {
        Lines lines = new Lines(bytes);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new ExpertiseException("is no UTF-8 text; save it as UTF-8");
        }
        String text = lines.text();
        if (STRANGE_BREAK.matcher(text).find()) {
            throw new ExpertiseException("breaks lines with other signs than LF and CRLF; save it with one of them");
        }
        return new YamlText(bytes, lines, YamlTree.nodes(text));
    }

    /** True if the content has keys that hold learnings. */
    boolean isExpertise() {
        return !lists.isEmpty();
    }

    @Override
    public String text() {
        return lines.text();
    }

    /** Those of the list that takes the next line come last, since the newest show the habit. */
    @Override
    public List<String> bullets(Section section) {
        List<YamlList> all = new ArrayList<>(lists(section));
        Collections.reverse(all);
        return all.stream().flatMap(list -> list.texts().stream()).toList();
    }

    @Override
    public boolean has(Section section) {
        return lists(section).stream().anyMatch(list -> new YamlSplice(lines, lists).isOpen(list));
    }

    @Override
    public byte[] insert(Section section, String line) throws ExpertiseException {
        YamlSplice splice = new YamlSplice(lines, lists);
        for (YamlList list : lists(section)) {
            Optional<Object> entry = splice.isOpen(list) ? list.entry(line) : Optional.empty();
            if (entry.isPresent()) {
                return checked(splice.added(list, entry.get()), list.document(), list.path(), entry.get());
            }
        }
        String name = YamlKeys.of(section).stream()
                .filter(key -> lists.stream().noneMatch(list -> list.name().equals(key)))
                .filter(key -> !isTaken(key))
                .findFirst()
                .orElseThrow(() -> new ExpertiseException("has no list that takes a line of `" + section.heading()
                        + "`; its keys have entries of another shape: add a list of texts"));
        return checked(splice.created(name, line), Math.max(0, roots.size() - 1), List.of(name), line);
    }

    private boolean isTaken(String key) {
        return roots.stream()
                .filter(MappingNode.class::isInstance)
                .flatMap(root -> ((MappingNode) root).getValue().stream())
                .anyMatch(each -> YamlTree.textOf(each.getKeyNode()).equals(key));
    }

    private byte[] checked(byte[] after, int document, List<String> path, Object entry) throws ExpertiseException {
        List<Object> expected = YamlTree.values(roots);
        if (!YamlTree.withEntry(expected, document, path, entry)
                || !YamlTree.values(YamlTree.nodes(new Lines(after).text())).equals(expected)) {
            throw new ExpertiseException(
                    "cannot take a line in `" + String.join(".", path) + "` without changing what it says elsewhere");
        }
        return after;
    }

    @Override
    public Optional<byte[]> remove(Section section, String line) {
        YamlSplice splice = new YamlSplice(lines, lists);
        for (YamlList list : lists(section)) {
            List<Node> entries = list.entries();
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (YamlList.textOf(entries.get(i)).equals(line)) {
                    return splice.without(list, i);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public byte[] touch(LocalDateTime now) {
        for (Node root : roots) {
            for (NodeTuple each : root instanceof MappingNode mapping ? mapping.getValue() : List.<NodeTuple>of()) {
                int line = each.getKeyNode().getStartMark().getLine();
                if (YamlTree.textOf(each.getKeyNode()).equals("last_updated")) {
                    return FrontMatter.touched(lines.text(line), now)
                            .map(text -> lines.replaced(line, text))
                            .orElse(bytes);
                }
            }
        }
        return bytes;
    }

    /** The lists of a section, best first. */
    private List<YamlList> lists(Section section) {
        List<YamlList> found = new ArrayList<>();
        for (String name : YamlKeys.of(section)) {
            lists.stream().filter(list -> list.name().equals(name)).forEach(found::add);
        }
        return found;
    }

    private static List<YamlList> lists(List<Node> roots) {
        List<YamlList> lists = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) {
            collect(i, List.of(), roots.get(i), lists);
        }
        return lists;
    }

    private static void collect(int document, List<String> path, Node node, List<YamlList> lists) {
        for (NodeTuple each : node instanceof MappingNode mapping ? mapping.getValue() : List.<NodeTuple>of()) {
            String key = YamlTree.textOf(each.getKeyNode());
            List<String> inner = new ArrayList<>(path);
            inner.add(key);
            YamlList list = new YamlList(document, List.copyOf(inner), each.getKeyNode(), each.getValueNode());
            if (path.isEmpty() && YamlKeys.PARENTS.contains(key) && each.getValueNode() instanceof MappingNode) {
                collect(document, inner, each.getValueNode(), lists);
            } else if (YamlKeys.isKnown(key) && list.isList()) {
                lists.add(list);
            }
        }
    }
}
