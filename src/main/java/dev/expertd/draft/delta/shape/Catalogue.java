package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.SymbolChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All change shapes. Reads a change statement by statement: those that became others place by place, the rest as added
 * or removed; the first shape of a list that fits a place speaks for it.
 */
public final class Catalogue {
    private static final List<SpotShape> SPOTS = List.of(
            new ExtendedCondition(),
            new NegatedCheck(),
            new AnnotatedName(),
            new AppliedCall(),
            new PassedArgument(),
            new AddedElement(),
            new ComparedOtherwise(),
            new HandledOtherwise(),
            new ComputedOtherwise(),
            new ChangedLiteral(),
            new CalledOtherwise(),
            new ReplacedName(),
            new ReplacedExpression(),
            new DroppedPiece());
    private static final RewriteShape WRAPPED = new WrappedValue();
    private static final List<RewriteShape> WHOLE = List.of(
            new ChangedSignature(),
            new WholeStatement(),
            new RewrittenCondition(),
            new RewrittenReturn(),
            new RewrittenAssignment(),
            new NamedChange());
    private static final List<AddedShape> ADDED = List.of(
            new NewCondition(),
            new CaughtError(),
            new ThrownError(),
            new AddedCase(),
            new AddedReturn(),
            new AddedAnnotation(),
            new AddedDefinition(),
            new AddedEntry(),
            new AddedAssignment(),
            new AddedCall());
    private static final RemovedShape REMOVED = new DroppedStatement();

    /** A statement changed in more places than this was rewritten: no single place stands for it. */
    private static final int SCATTERED = 3;

    private static final double SCATTERED_PRIORITY = 69;
    private static final int MOST_ADDED = 60;

    private Catalogue() {}

    /** What the change did, the most telling phrase first; empty if no shape fits. */
    public static List<Phrase> read(SymbolChange symbol) {
        Scene scene = new Scene(symbol);
        Pairing pairing = Pairing.of(scene);
        List<Phrase> phrases = new ArrayList<>();
        pairing.rewrites().forEach(rewrite -> phrases.addAll(rewritten(rewrite)));
        boolean paired = !pairing.rewrites().isEmpty();
        for (Statement statement : first(pairing.added())) {
            added(statement, scene)
                    .map(phrase -> paired ? phrase.at(phrase.priority() - besidesRewrites(phrase)) : phrase)
                    .ifPresent(phrases::add);
        }
        boolean replaced = paired || !pairing.added().isEmpty();
        for (Statement statement : first(pairing.removed())) {
            REMOVED.read(statement, scene)
                    .map(phrase -> replaced ? phrase.at(phrase.priority() - 11) : phrase)
                    .ifPresent(phrases::add);
        }
        phrases.addAll(MovedCode.read(symbol));
        if (Rework.is(symbol)) {
            Rework.phrase(symbol, scene).ifPresent(phrases::add);
        }
        return ranked(phrases, new Coverage(symbol), Rework.is(symbol));
    }

    private static List<Statement> first(List<Statement> statements) {
        return statements.subList(0, Math.min(MOST_ADDED, statements.size()));
    }

    private static double besidesRewrites(Phrase phrase) {
        return phrase.shape().startsWith("guard") || phrase.shape().startsWith("null") ? 3 : 6;
    }

    private static Optional<Phrase> added(Statement statement, Scene scene) {
        for (AddedShape shape : ADDED) {
            Optional<Phrase> phrase = shape.read(statement, scene);
            if (phrase.isPresent()) {
                return phrase;
            }
        }
        return Optional.empty();
    }

    private static List<Phrase> rewritten(Rewrite rewrite) {
        Optional<Phrase> wrapped = WRAPPED.read(rewrite);
        if (wrapped.isPresent()) {
            return List.of(wrapped.get());
        }
        List<Spot> spots = rewrite.spots();
        Optional<Phrase> whole = spots.size() > 1 ? new WholeStatement().read(rewrite) : Optional.empty();
        if (whole.isPresent()) {
            return List.of(whole.get()); // old and new in full say more than any of their places
        }
        List<Phrase> phrases = new ArrayList<>();
        for (Spot spot : spots) {
            SPOTS.stream()
                    .flatMap(shape -> shape.read(spot).stream())
                    .findFirst()
                    .map(phrase -> spots.size() > SCATTERED
                            ? phrase.at(Math.min(phrase.priority(), SCATTERED_PRIORITY))
                            : phrase)
                    .ifPresent(phrases::add);
        }
        if (phrases.isEmpty() || spots.size() > 1) {
            WHOLE.stream()
                    .flatMap(shape -> shape.read(rewrite).stream())
                    .findFirst()
                    .map(phrase -> phrases.isEmpty() ? phrase : phrase.at(phrase.priority() - 2))
                    .ifPresent(phrases::add);
        }
        return phrases;
    }

    private static List<Phrase> ranked(List<Phrase> phrases, Coverage coverage, boolean rework) {
        Map<String, Phrase> best = new LinkedHashMap<>();
        for (Phrase phrase : phrases) {
            boolean detail = rework && !STANDS_IN_REWORK.contains(phrase.shape());
            double priority = (detail ? phrase.priority() - 15 : phrase.priority()) + coverage.points(phrase);
            best.merge(phrase.text(), phrase.at(priority), (a, b) -> a.priority() >= b.priority() ? a : b);
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Phrase::priority).reversed())
                .toList();
    }

    /** Shapes that state a rule of their own, whatever else was rewritten around them. */
    private static final Set<String> STANDS_IN_REWORK =
            Set.of("rework", "guard-throw", "null-guard", "arg-added", "operator", "catch-added", "exception-type");
}
