package dev.expertd.upkeep.drift;

import dev.expertd.symbols.Language;
import dev.expertd.upkeep.reference.Landmarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds stated signatures whose function has other parameters now. */
final class Signatures {
    /** Of longer lists of parameters only the difference is told. */
    private static final int SHOWN = 6;

    private Signatures() {}

    /** What changed since the statement was written, if it was true then. */
    static Optional<Drift> drift(Statement statement, List<CodeThen.Changed> files, CodeThen code) {
        List<Drift> found = new ArrayList<>();
        for (CodeThen.Changed file : files) {
            Optional<List<String>> then = parameters(file.then(), statement.symbol());
            Optional<List<String>> now = parameters(file.now(), statement.symbol());
            if (then.isEmpty() || now.isEmpty() || !statement.fits(then.get())) {
                continue;
            }
            if (isStale(statement, then.get(), now.get())) {
                String commit = code.firstCommit(
                        file.then().path(),
                        file.age(),
                        version -> parameters(version, statement.symbol())
                                .filter(between -> !between.equals(then.get()))
                                .isPresent());
                found.add(new Drift(
                        Drift.Kind.PARAMETERS,
                        statement.line().part(),
                        statement.line().number(),
                        statement.symbol(),
                        words(statement.symbol(), then.get(), now.get()),
                        commit));
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean isStale(Statement statement, List<String> then, List<String> now) {
        if (then.equals(now) || statement.statesAll(now)) {
            return false;
        }
        boolean lacks = then.stream().anyMatch(name -> !now.contains(name) && statement.states(name));
        boolean more = now.stream().anyMatch(name -> !then.contains(name));
        boolean order = !more && !lacks && statement.statesAll(then) && !statement.fits(now);
        return lacks || order || more && statement.statesAll(then);
    }

    /** Of the one definition of that name; empty if there are several that differ, or none. */
    static Optional<List<String>> parameters(Landmarks code, String symbol) {
        Language language = Language.of(code.path());
        List<List<String>> all = code.definitions(symbol).stream()
                .filter(Landmarks.Place::defined)
                .flatMap(place -> code.parameters(language, place, Landmarks.lastPart(symbol)).stream())
                .distinct()
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static String words(String symbol, List<String> then, List<String> now) {
        if (Math.max(then.size(), now.size()) <= SHOWN) {
            return "`" + symbol + signature(then) + "` is now `" + signature(now) + "`";
        }
        List<String> lost = then.stream().filter(name -> !now.contains(name)).toList();
        List<String> won = now.stream().filter(name -> !then.contains(name)).toList();
        return "`" + symbol + "()` "
                + (won.isEmpty() && lost.isEmpty() ? "takes its parameters in another order" : "")
                + (won.isEmpty() ? "" : "takes `" + String.join("`, `", won) + "` now")
                + (won.isEmpty() || lost.isEmpty() ? "" : " and ")
                + (lost.isEmpty() ? "" : "no longer takes `" + String.join("`, `", lost) + "`");
    }

    private static String signature(List<String> parameters) {
        return "(" + String.join(", ", parameters) + ")";
    }
}
