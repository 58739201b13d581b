package dev.expertd.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the {@code experts} list of a settings file. */
final class ExpertNodes {
    private static final List<String> KEYS = List.of("name", "file", "owns", "format");
    private static final Keys.Key OWNS = new Keys.Key(Keys.Kind.PATHS, List.of(), 0, 0, 0, false);

    private final Mistakes mistakes;
    private final Values reader;
    private final Set<String> names = new HashSet<>();
    private final Set<String> files = new HashSet<>();

    ExpertNodes(Mistakes mistakes, Values reader) {
        this.mistakes = mistakes;
        this.reader = reader;
    }

    List<Settings.ExpertSetting> read(Node node) {
        List<Settings.ExpertSetting> experts = new ArrayList<>();
        for (Node item : reader.items("experts", node).orElse(List.of())) {
            if (item instanceof MappingNode mapping) {
                expert(mapping).ifPresent(experts::add);
            } else {
                mistakes.at(item, "an expert needs a `name` and a `file`");
            }
        }
        return experts;
    }

    private Optional<Settings.ExpertSetting> expert(MappingNode node) {
        String name = "";
        String file = "";
        boolean list = false;
        List<String> owns = List.of();
        for (NodeTuple entry : mistakes.entries(node, "")) {
            Node value = entry.getValueNode();
            String key = Mistakes.text(entry.getKeyNode());
            switch (key) {
                case "name" -> name = once(value, names, "name");
                case "file" -> file = reader.isInside(value, Mistakes.text(value)) ? once(value, files, "file") : "";
                case "format" -> list = isList(value);
                case "owns" ->
                    owns = Optional.ofNullable(reader.texts("owns", OWNS, value))
                            .orElse(List.of());
                default ->
                    mistakes.at(
                            entry.getKeyNode(),
                            "unknown key `" + Shown.text(key) + "` of an expert" + Keys.suggestion(key, KEYS));
            }
        }
        if (name.isEmpty() || file.isEmpty()) {
            mistakes.at(node, "an expert needs a `name` and a `file` inside the work tree");
            return Optional.empty();
        }
        return Optional.of(new Settings.ExpertSetting(name, file, list, owns));
    }

    /** A text that no two experts may share. */
    private String once(Node value, Set<String> taken, String what) {
        String text = Mistakes.text(value);
        if (value instanceof ScalarNode && !text.isEmpty() && !taken.add(text)) {
            mistakes.at(value, "another expert has the " + what + " `" + Shown.text(text) + "` already");
        }
        return text;
    }

    private boolean isList(Node value) {
        return "list".equals(reader.word("format", List.of("sections", "list"), value));
    }
}
