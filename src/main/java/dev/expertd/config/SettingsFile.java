package dev.expertd.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * One settings file as values by full key, checked against {@link Keys}. Every mistake is noted with its place; a key
 * with a mistake has no value.
 */
final class SettingsFile {
    private static final int DEEPEST = 10;

    private final Scope scope;
    private final Mistakes mistakes;
    private final Values reader;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private SettingsFile(Scope scope, Mistakes mistakes) {
        this.scope = scope;
        this.mistakes = mistakes;
        this.reader = new Values(scope, mistakes);
    }

    /** Reads the text of a file into values by full key; mistakes are added to {@code problems}. */
    static Map<String, Object> read(String name, String text, Scope scope, List<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        Mistakes mistakes = new Mistakes(name, found);
        SettingsFile file = new SettingsFile(scope, mistakes);
        Node root = compose(text, mistakes);
        if (root instanceof MappingNode mapping) {
            file.group(mapping, "");
        } else if (root != null && !Tag.NULL.equals(root.getTag())) {
            mistakes.at(root, "must be a list of `key: value` lines");
        }
        found.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        problems.addAll(found);
        return file.values;
    }

    /** The text as nodes with their places, nothing constructed; null if there is nothing or it is no YAML. */
    static @Nullable Node compose(String text, Mistakes mistakes) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        try {
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            mistakes.at(
                    mark == null ? 0 : mark.getLine() + 1,
                    mark == null ? 0 : mark.getColumn() + 1,
                    "is no YAML: " + Shown.text(String.valueOf(e.getProblem())));
        } catch (ReaderException e) {
            String before = text.substring(0, Math.min(Math.max(0, e.getPosition()), text.length()));
            int line = (int) before.chars().filter(c -> c == '\n').count();
            mistakes.at(
                    line + 1,
                    before.length() - before.lastIndexOf('\n'),
                    String.format("holds a character that YAML forbids: U+%04X", e.getCodePoint()));
        } catch (YAMLException e) {
            String message = String.valueOf(e.getMessage());
            mistakes.at(
                    0,
                    0,
                    "is no YAML: " + Shown.text(message.lines().findFirst().orElse("")));
        }
        return null;
    }

    private void group(MappingNode group, String prefix) {
        for (NodeTuple entry : mistakes.entries(group, prefix)) {
            String key = prefix + Mistakes.text(entry.getKeyNode());
            Keys.Key known = Keys.ALL.get(key);
            if (known == null) {
                mistakes.at(
                        entry.getKeyNode(),
                        "unknown key `" + Shown.text(key) + "`" + Keys.suggestion(key, Keys.ALL.keySet()));
            } else if (known.userOnly() && !scope.usersOwn()) {
                mistakes.at(
                        entry.getKeyNode(),
                        "`" + key + "` belongs into your own config.yml, not into a repository's settings");
            } else {
                value(key, known, entry.getValueNode());
            }
        }
    }

    private void value(String key, Keys.Key known, Node node) {
        switch (known.kind()) {
            case GROUP -> {
                if (node instanceof MappingNode mapping) {
                    group(mapping, key + ".");
                } else if (!Tag.NULL.equals(node.getTag())) {
                    mistakes.at(node, "`" + key + "` must be a group of keys");
                }
            }
            case EXPERTS -> put(key, new ExpertNodes(mistakes, reader).read(node));
            case MAP -> put(key, reader.map(key, node));
            case TEXTS, PATHS -> put(key, reader.texts(key, known, node));
            case COUNT -> put(key, reader.count(key, known, node));
            case FLAG -> put(key, reader.flag(key, node));
            case TEXT -> put(key, reader.word(key, known.words(), node));
        }
    }

    private void put(String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
