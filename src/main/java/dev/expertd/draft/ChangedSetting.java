package dev.expertd.draft;

import dev.expertd.model.FileDiff;
import dev.expertd.symbols.Definition;
import dev.expertd.symbols.Outline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * A key of a YAML, JSON or TOML file whose value a commit changed, brought or took away.
 *
 * @param path of the file
 * @param key with the keys around it, joined by dots
 * @param before the value as it was written; empty where the key was not there
 * @param after the value as it is written; empty where the key is gone
 */
public record ChangedSetting(String path, String key, String before, String after) {
    private static final int LONGEST_FILE = 400_000;
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_KEY = 40;

    /** What every release changes. */
    private static final Set<String> CHANGES_ANYWAY = Set.of("version", "date", "updated", "last_updated");

    /** The settings that a diff changed, in the order of the file; none where a value spans lines or is long. */
    public static List<ChangedSetting> in(FileDiff diff) {
        if (diff.before().length() > LONGEST_FILE || diff.after().length() > LONGEST_FILE) {
            return List.of();
        }
        Map<String, String> old = values(
                diff.change().oldPath(),
                diff.before(),
                lines(diff, FileDiff.Edit::beforeStart, FileDiff.Edit::beforeEnd));
        Map<String, String> now = values(
                diff.change().path(), diff.after(), lines(diff, FileDiff.Edit::afterStart, FileDiff.Edit::afterEnd));
        Set<String> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(old.keySet());
        List<ChangedSetting> changed = new ArrayList<>();
        for (String key : keys) {
            String before = old.getOrDefault(key, "");
            String after = now.getOrDefault(key, "");
            ChangedSetting setting = new ChangedSetting(diff.change().path(), key, before, after);
            if (!before.equals(after) && !CHANGES_ANYWAY.contains(setting.name())) {
                changed.add(setting);
            }
        }
        return changed;
    }

    /** The key's own name. */
    public String name() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** What to do to get from the one value to the other, with code in back-quotes. */
    public String told() {
        String shown = "`" + (key.length() <= LONGEST_KEY ? key : name()) + "`";
        String file = " in `" + path.substring(path.lastIndexOf('/') + 1) + "`";
        if (after.isEmpty()) {
            return "remove " + shown + file;
        }
        return "set " + shown + " to `" + after + "`" + (before.isEmpty() ? "" : ", not `" + before + "`,") + file;
    }

    private static Set<Integer> lines(
            FileDiff diff, ToIntFunction<FileDiff.Edit> start, ToIntFunction<FileDiff.Edit> end) {
        Set<Integer> lines = new LinkedHashSet<>();
        diff.edits()
                .forEach(edit -> IntStream.range(start.applyAsInt(edit), end.applyAsInt(edit))
                        .forEach(lines::add));
        return lines;
    }

    /** Values on the lines that were edited; a key that stands twice, as in a list, has none that could be told. */
    private static Map<String, String> values(String path, String text, Set<Integer> edited) {
        Outline outline = Outline.of(path, text);
        String[] lines = outline.source().uncommented().split("\n", -1);
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Definition definition : outline.definitions()) {
            String key = definition.qualifiedName();
            if (definition.kind() != Definition.Kind.KEY || definition.first() >= lines.length) {
                continue;
            }
            boolean again = !seen.add(key);
            String value = value(lines[definition.first()], definition.name());
            if (again) {
                values.remove(key);
            } else if (edited.contains(definition.first()) && !value.isEmpty()) {
                values.put(key, value);
            }
        }
        return values;
    }

    private static String value(String line, String name) {
        int at = line.indexOf(name) + name.length();
        String rest = line.substring(Math.min(at, line.length())).strip().replaceFirst("^[\"']?\\s*[:=]\\s*", "");
        String value = rest.replaceFirst(",$", "").strip();
        boolean opens = value.isEmpty() || "{[|>&*".indexOf(value.charAt(0)) >= 0 && !value.matches("\\[.*]");
        return opens || value.length() > LONGEST_VALUE || value.indexOf('`') >= 0 ? "" : value;
    }
}
