package dev.expertd.upkeep.reference;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.upkeep.reference.Anchor.Hold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds when a reference to lines was last true: in the commit that wrote it down, if a name of its statement stands
 * there; else in the newest version of the file that defines the name in that line.
 */
final class Anchoring {
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+");
    private static final int NAMES = 4;
    private static final int VERSIONS = 200;
    private static final List<Hold> NEAR = List.of(Hold.WHOLE, Hold.DEFINITION, Hold.MENTION, Hold.INSIDE);
    private static final List<Hold> WIDE = List.of(Hold.WHOLE, Hold.DEFINITION);

    private final CodeHistory history;
    private final Meaning meaning;

    Anchoring(CodeHistory history) {
        this.history = history;
        this.meaning = new Meaning(history);
    }

    /**
     * Where to follow it from.
     *
     * @param birth when it was written down
     */
    Optional<Anchor> anchor(Reference reference, Birth birth) {
        List<List<String>> groups = meaning.near(reference, birth.age());
        List<List<String>> wide = List.of(meaning.wide(reference, birth.age()));
        Optional<Anchor> named = named(reference, birth.age(), groups, NEAR)
                .or(() -> named(reference, birth.age(), wide, WIDE))
                .or(() -> earlier(reference, groups.isEmpty() ? wide : groups));
        return named.isPresent() ? named : byWord(reference, birth);
    }

    private Optional<Anchor> named(Reference reference, int age, List<List<String>> groups, List<Hold> holds) {
        for (List<String> group : groups) {
            for (Hold hold : holds) {
                List<Anchor> found = new ArrayList<>();
                for (String symbol : reference.symbols().stream().limit(NAMES).toList()) {
                    for (String file : group) {
                        history.landmarks(age, file)
                                .flatMap(code -> held(hold, code, reference, symbol))
                                .ifPresent(place -> found.add(new Anchor(hold, age, file, symbol, place)));
                    }
                    if (!found.isEmpty()) {
                        break;
                    }
                }
                if (found.size() == 1) {
                    return Optional.of(found.get(0));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Landmarks.Place> held(Hold hold, Landmarks code, Reference reference, String symbol) {
        int first = reference.first();
        int last = reference.last();
        if (last > code.count() || !code.mentions(symbol)) {
            return Optional.empty();
        }
        return switch (hold) {
            case WHOLE ->
                code.definitions(symbol).stream()
                        .filter(place -> reference.isRange()
                                && (first == place.head() || first == place.name())
                                && last == place.last())
                        .findFirst();
            case DEFINITION ->
                code.definitions(symbol).stream()
                        .filter(place -> !reference.isRange() && (first == place.name() || first == place.head()))
                        .findFirst();
            case MENTION ->
                code.mentions(first, symbol)
                        ? Optional.of(new Landmarks.Place(false, symbol, first, first, last))
                        : Optional.empty();
            default ->
                code.definitions(symbol).stream()
                        .filter(place -> place.head() <= first && last <= place.last() && place.last() > place.head())
                        .findFirst();
        };
    }

    /** The newest version of one of the files that defines the nearest name in that very line. */
    private Optional<Anchor> earlier(Reference reference, List<List<String>> groups) {
        if (reference.symbols().isEmpty() || groups.isEmpty()) {
            return Optional.empty();
        }
        String symbol = reference.symbols().get(0);
        Hold hold = reference.isRange() ? Hold.WHOLE : Hold.DEFINITION;
        for (String file : groups.get(0)) {
            for (int age : history.versions(file, VERSIONS)) {
                Optional<Landmarks> code =
                        history.landmarks(age, file).filter(version -> version.mentions(reference.first(), symbol));
                Optional<Landmarks.Place> place = code.flatMap(version -> held(hold, version, reference, symbol));
                if (place.isPresent()) {
                    return Optional.of(new Anchor(hold, age, file, symbol, place.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Nothing but that somebody wrote it down; doubted if the file knows a name of the statement, but not there. */
    private Optional<Anchor> byWord(Reference reference, Birth birth) {
        List<String> nearest = reference.paths().isEmpty()
                ? List.of()
                : meaning.files(reference.paths().get(0), birth.age());
        if (nearest.size() != 1 || reference.strength() == Reference.Strength.WEAK) {
            return Optional.empty();
        }
        String file = nearest.get(0);
        Optional<Landmarks> code = history.landmarks(birth.age(), file);
        if (code.isEmpty() || reference.last() > code.get().count()) {
            return Optional.empty();
        }
        boolean elsewhere =
                reference.tied() && reference.symbols().stream().limit(NAMES).anyMatch(code.get()::mentions);
        return Optional.of(new Anchor(
                elsewhere || !birth.known() ? Hold.DOUBTED : Hold.WORD, birth.age(), file, "", Anchor.NOWHERE));
    }

    /**
     * What is left for a reference that was never true as far as anybody can see: where its name is defined now, which
     * is not certain. Empty if it names no file of this repository: then it is no reference.
     */
    Optional<Standing> byNameAlone(Reference reference) {
        List<List<String>> groups = new ArrayList<>(meaning.near(reference, 0));
        boolean near = !groups.isEmpty();
        groups.add(meaning.wide(reference, 0));
        if (reference.strength() == Reference.Strength.WEAK) {
            return Optional.empty();
        }
        for (List<String> group : groups) {
            for (String symbol : reference.symbols().stream()
                    .filter(name -> !WORD.matcher(name).matches())
                    .limit(NAMES)
                    .toList()) {
                List<Standing> found = new ArrayList<>();
                for (String file : group) {
                    history.landmarks(0, file).map(code -> code.definitions(symbol)).orElse(List.of()).stream()
                            .map(place -> new Standing.Moved(
                                    file,
                                    place.name(),
                                    reference.isRange() ? place.last() : place.name(),
                                    false,
                                    "",
                                    "nothing tells when that was true; `" + symbol + "` is defined here"))
                            .forEach(found::add);
                }
                if (found.size() == 1) {
                    return Optional.of(found.get(0));
                }
            }
        }
        return !near
                ? Optional.empty()
                : Optional.of(new Standing.Ambiguous(
                        groups.get(0).size() > 1
                                ? "it could mean one of " + groups.get(0).size() + " files"
                                : "nothing tells when that was true, and it goes by no name that is defined once in "
                                        + groups.get(0).get(0)));
    }
}
