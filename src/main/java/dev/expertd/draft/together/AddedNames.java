package dev.expertd.draft.together;

import dev.expertd.model.FileDiff;
import dev.expertd.symbols.Definition;
import dev.expertd.symbols.Outline;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names that a change brought to places of a file where they had not stood before. */
final class AddedNames {
    /** Told apart from words of every program: put together from at least two. */
    private static final Pattern NAME = Pattern.compile(
            "[A-Za-z][A-Za-z0-9]{1,40}(?:[_-][A-Za-z0-9]{1,40}){1,8}|[A-Za-z][a-z0-9]{1,30}[A-Z]\\w{1,60}");

    private static final AddedNames NONE = new AddedNames(Map.of(), Set.of());
    private static final int LONGEST_TEXT = 400_000;
    private static final int MOST = 200;

    private final Map<String, Set<String>> bySymbol;
    private final Set<String> callables;

    private AddedNames(Map<String, Set<String>> bySymbol, Set<String> callables) {
        this.bySymbol = bySymbol;
        this.callables = callables;
    }

    static AddedNames of(FileDiff diff) {
        if (Math.max(diff.before().length(), diff.after().length()) > LONGEST_TEXT) {
            return NONE;
        }
        if (diff.added().stream().noneMatch(line -> NAME.matcher(line).find())) {
            return NONE;
        }
        Map<String, Set<String>> added = new LinkedHashMap<>();
        Outline after = Outline.of(diff.change().path(), diff.after());
        List<String> lines = diff.after().lines().toList();
        int found = 0;
        for (FileDiff.Edit edit : diff.edits()) {
            int end = Math.min(edit.afterEnd(), lines.size());
            for (int line = edit.afterStart(); line < end && found < MOST; line++) {
                found += collect(after, lines.get(line), line, added);
            }
        }
        if (!added.isEmpty()) {
            dropWhatStood(diff, added);
        }
        Set<String> callables = after.definitions().stream()
                .filter(definition -> definition.kind().isCallable())
                .map(Definition::qualifiedName)
                .filter(added::containsKey)
                .collect(Collectors.toSet());
        return new AddedNames(added, callables);
    }

    /** Whether an added line of a change holds one of the names; much cheaper than to ask which place got it. */
    static boolean mayBring(FileDiff diff, Set<String> names) {
        return diff.added().stream().anyMatch(line -> names.stream().anyMatch(line::contains));
    }

    /** All that were added, wherever. */
    Set<String> all() {
        return bySymbol.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** The places that got names, in the order of the file. */
    Set<String> symbols() {
        return bySymbol.keySet();
    }

    /** Whether a place is a function: one that uses a name is seldom a list of names. */
    boolean isCallable(String symbol) {
        return callables.contains(symbol);
    }

    Set<String> to(String symbol) {
        return bySymbol.getOrDefault(symbol, Set.of());
    }

    /** What holds a name there: what is defined around it, or what is around the definition of the name itself. */
    private static String holder(Outline outline, int line, String name) {
        Optional<Definition> around = outline.at(line);
        if (around.isEmpty()) {
            return "";
        }
        Definition definition = around.get();
        if (definition.kind() == Definition.Kind.KEY || definition.name().equals(name)) {
            return definition.container();
        }
        return definition.qualifiedName();
    }

    private static int collect(Outline outline, String text, int line, Map<String, Set<String>> into) {
        int found = 0;
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            into.computeIfAbsent(holder(outline, line, name.group()), place -> new LinkedHashSet<>())
                    .add(name.group());
            found++;
        }
        return found;
    }

    private static void dropWhatStood(FileDiff diff, Map<String, Set<String>> added) {
        String text = diff.before();
        Set<String> names = added.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        if (names.stream().noneMatch(text::contains)) {
            return;
        }
        Outline before = Outline.of(diff.change().oldPath(), text);
        int line = 0;
        for (String each : text.lines().toList()) {
            for (String name : names) {
                if (holds(each, name)) {
                    added.getOrDefault(holder(before, line, name), new HashSet<>())
                            .remove(name);
                }
            }
            line++;
        }
        added.values().removeIf(Set::isEmpty);
    }

    /** As a whole word; looking for few known names is much cheaper than for every name that there is. */
    private static boolean holds(String line, String name) {
        for (int at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
            if (!isPart(line, at - 1) && !isPart(line, at + name.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(String line, int at) {
        return at >= 0 && at < line.length() && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '_');
    }
}
