package dev.expertd.upkeep.reference;

import dev.expertd.symbols.Definition;
import dev.expertd.symbols.Language;
import dev.expertd.symbols.Outline;
import dev.expertd.symbols.Parameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One version of a source file, and where in it names are defined. Lines count from 1. */
public final class Landmarks {
    private static final Pattern BINDING_BEFORE = Pattern.compile("[\\w\\s.:<>\\[\\]*&@,#$-]*");

    private final String path;
    private final String text;
    private final List<String> lines;
    private final Map<String, List<Place>> places = new HashMap<>();
    private final Map<Class<?>, Object> readings = new HashMap<>();
    private @Nullable Outline outline;

    /**
     * Where something is defined.
     *
     * @param defined by the language; else a line that gives the name a value
     * @param qualified its name with what holds it
     * @param head its first line, decorators included
     * @param name the line that names it
     * @param last its last line; the same as {@code name} where nobody knows
     */
    public record Place(boolean defined, String qualified, int head, int name, int last) {}

    Landmarks(String path, String text) {
        this.path = path;
        this.text = text;
        this.lines = text.lines().toList();
    }

    public String path() {
        return path;
    }

    String text() {
        return text;
    }

    int count() {
        return lines.size();
    }

    /** Empty beyond the end. */
    String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    boolean mentions(int line, String symbol) {
        return holds(line(line), lastPart(symbol));
    }

    boolean mentions(String symbol) {
        return holds(text, lastPart(symbol));
    }

    /** Every place that defines a name: what the language calls a definition, else the lines that give it a value. */
    public List<Place> definitions(String symbol) {
        if (!mentions(symbol)) {
            return List.of();
        }
        return places.computeIfAbsent(symbol, this::findDefinitions);
    }

    /** The names of the parameters of what is defined at a place. */
    public Optional<List<String>> parameters(Language language, Place place, String name) {
        String body = uncommented(place);
        int at = find(body, name, 0);
        return at < 0 ? Optional.empty() : Parameters.behind(language, body, at + name.length());
    }

    /** What somebody reads from this version, read once. */
    public <T> T reading(Class<T> type, Function<Landmarks, T> reader) {
        return type.cast(readings.computeIfAbsent(type, key -> reader.apply(this)));
    }

    /** The text without its comments. */
    public String uncommented() {
        return outline().source().uncommented();
    }

    /** What is defined at a place, without comments. */
    public String uncommented(Place place) {
        return uncommented()
                .lines()
                .skip(place.name() - 1L)
                .limit(place.last() - place.name() + 1L)
                .collect(Collectors.joining("\n"));
    }

    private List<Place> findDefinitions(String symbol) {
        String name = lastPart(symbol);
        List<Place> found = new ArrayList<>();
        for (Definition definition : outline().definitions()) {
            if (definition.name().equals(name) && isCalled(definition, symbol)) {
                int named = IntStream.rangeClosed(definition.first(), Math.min(definition.last(), lines.size() - 1))
                        .filter(line -> holds(lines.get(line), name))
                        .findFirst()
                        .orElse(definition.first());
                found.add(new Place(
                        true, definition.qualifiedName(), definition.first() + 1, named + 1, definition.last() + 1));
            }
        }
        if (found.isEmpty() && name.equals(symbol)) {
            for (int i = 0; i < lines.size(); i++) {
                if (binds(lines.get(i), name)) {
                    found.add(new Place(false, name, i + 1, i + 1, i + 1));
                }
            }
        }
        return found;
    }

    /** {@code Store.get} is the {@code get} of a {@code Store}, and {@code store.get} of any; or one of the file so called. */
    private boolean isCalled(Definition definition, String symbol) {
        String dotted = symbol.replace("::", ".");
        int dot = dotted.lastIndexOf('.');
        if (dot < 0) {
            return true;
        }
        String holder = lastPart(dotted.substring(0, dot));
        if (definition.container().isEmpty()) {
            return WrittenPaths.lastSegment(path).startsWith(holder + ".");
        }
        return lastPart(definition.container()).equals(holder) || !Character.isUpperCase(holder.charAt(0));
    }

    private Outline outline() {
        Outline made = outline;
        if (made == null) {
            made = Outline.of(path, text);
            outline = made;
        }
        return made;
    }

    /** {@code NAME = }, {@code name: Type = }, {@code const name = }, {@code #define NAME}; no comparison, no argument. */
    private static boolean binds(String line, String name) {
        int at = find(line, name, 0);
        if (at < 0 || !BINDING_BEFORE.matcher(line.substring(0, at)).matches()) {
            return false;
        }
        String before = line.substring(0, at);
        String behind = line.substring(at + name.length());
        if (before.stripLeading().startsWith("#define ")) {
            return true;
        }
        int equals = behind.indexOf('=');
        boolean value = equals >= 0
                && !behind.startsWith("=", equals + 1)
                && !behind.startsWith(">", equals + 1)
                && (equals == 0 || "!<>".indexOf(behind.charAt(equals - 1)) < 0)
                && behind.substring(0, equals).matches("[\\w\\s:<>\\[\\],.|?{}\"'-]{0,200}");
        return value && !before.strip().matches("(?:if|while|return|assert|elif|for|and|or|not|in|await|yield).*");
    }

    private static boolean holds(String text, String word) {
        return find(text, word, 0) >= 0;
    }

    private static int find(String text, String word, int from) {
        for (int at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if ((at == 0 || !isWord(text.charAt(at - 1))) && (end == text.length() || !isWord(text.charAt(end)))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    public static String lastPart(String symbol) {
        int at = Math.max(symbol.lastIndexOf('.'), symbol.lastIndexOf(':'));
        return symbol.substring(at + 1);
    }
}
