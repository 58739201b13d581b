package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/**
 * An {@code if} that came in. What stands in its block decides: new code is a new case, old code runs on a condition
 * now. The block is read from the file, never from the next added line: that may stand somewhere else.
 */
final class NewCondition implements AddedShape {
    private static final int ACTION = 36;
    private static final int OLD_ACTION = 26;

    @Override
    public Optional<Phrase> read(Statement statement, Scene scene) {
        Optional<String> condition = Syntax.condition(Tokens.of(statement.text()));
        Optional<Statement> body = scene.body(statement);
        if (condition.isEmpty()) {
            return Optional.empty();
        }
        if (body.isEmpty()) {
            return Optional.of(handled(condition.get(), scene));
        }
        return Optional.of(
                scene.isAdded(body.get())
                        ? opened(statement, condition.get(), body.get(), scene)
                        : wrapped(statement, condition.get(), body.get(), scene));
    }

    private static Phrase handled(String condition, Scene scene) {
        return Phrase.of(74, "new-branch", "take another path " + Conditions.when(condition, scene));
    }

    private static Phrase wrapped(Statement statement, String condition, Statement body, Scene scene) {
        Optional<String> tested = Conditions.nullTested(condition);
        Optional<String> call = Syntax.callee(Tokens.of(body.text()));
        if (tested.isPresent() && !Conditions.holdsForNull(condition)) {
            String before = call.filter(name -> !Syntax.isCondition(Tokens.of(body.text())))
                    .map(name -> "before calling " + Quote.name(name))
                    .orElse("before using it");
            return Phrase.of(90, "null-guard", "check " + Conditions.inWords(condition, scene) + " " + before)
                    .avoiding(unchecked(tested.get(), scene));
        }
        String when = Conditions.onlyWhen(condition, scene);
        String otherwise = scene.alternative(statement)
                .filter(scene::isAdded)
                .flatMap(other -> Actions.inWords(other, ACTION))
                .map(action -> ", else " + action)
                .orElse("");
        return Actions.inWords(body, OLD_ACTION)
                .map(action -> Phrase.of(83, "wrap-condition", action + when + otherwise))
                .orElseGet(() -> Phrase.of(80, "wrap-condition", "run the old code" + when + otherwise));
    }

    private static Phrase opened(Statement statement, String condition, Statement body, Scene scene) {
        Optional<String> tested = Conditions.nullTested(condition).filter(name -> Conditions.holdsForNull(condition));
        String when = tested.flatMap(Quote::code)
                .map(name -> "when " + name + " is " + scene.nothing())
                .orElseGet(() -> Conditions.when(condition, scene));
        Optional<String> action = Actions.inWords(body, ACTION);
        if (action.isEmpty()) {
            return scene.alternative(statement)
                    .flatMap(other -> Actions.inWords(other, ACTION))
                    .map(other -> Phrase.of(
                            83,
                            "guard-first",
                            "first check " + Conditions.inWords(condition, scene) + ", else " + other))
                    .orElseGet(() -> returns(body)
                            ? Phrase.of(84, "guard-return", "return early " + when)
                            : handled(condition, scene));
        }
        if (Actions.throwsError(body)) {
            return Phrase.of(86, "guard-throw", action.get() + " " + when);
        }
        if (Actions.leaves(body)) {
            return leaving(statement, condition, action.get(), when, tested, scene);
        }
        boolean sets = tested.isPresent()
                && Syntax.assignment(Tokens.of(body.text()))
                        .filter(assignment -> assignment.target().equals(tested.get()))
                        .isPresent();
        return sets
                ? Phrase.of(85, "null-default", action.get() + " when it is " + scene.nothing())
                : Phrase.of(79, "new-branch", action.get() + " " + when);
    }

    private static Phrase leaving(
            Statement statement, String condition, String action, String when, Optional<String> tested, Scene scene) {
        if (tested.isPresent()) {
            return Phrase.of(88, "null-guard", action + " " + when).avoiding(unchecked(tested.get(), scene));
        }
        Optional<String> otherwise = scene.alternative(statement).flatMap(other -> Actions.inWords(other, ACTION));
        if (otherwise.isPresent() && action.startsWith("return the result")) {
            return Phrase.of(
                    83,
                    "guard-first",
                    "first check " + Conditions.inWords(condition, scene) + ", else " + otherwise.get());
        }
        return Phrase.of(84, "guard-return", action + " " + when);
    }

    /** With a value that does not fit into a line. */
    private static boolean returns(Statement body) {
        return Tokens.of(body.text()).at(0).equals("return");
    }

    private static String unchecked(String name, Scene scene) {
        return Quote.code(name)
                .map(code -> "use " + code + " unchecked: it can be " + scene.nothing())
                .orElse("");
    }
}
