package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.TokenDiff;
import dev.expertd.draft.delta.change.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two insertions around what stayed: {@code x} became {@code f(x)}, {@code (x).f()} or {@code c ? x : y}. */
final class WrappedValue implements RewriteShape {
    private static final Set<String> AND = Set.of("&&", "and");
    private static final Set<String> OR = Set.of("||", "or");

    @Override
    public Optional<Phrase> read(Rewrite rewrite) {
        List<TokenDiff.Change> changes = rewrite.changes();
        if (changes.size() != 2 || !changes.stream().allMatch(TokenDiff.Change::isInsertion)) {
            return Optional.empty();
        }
        Tokens now = rewrite.now();
        int from = changes.get(0).newTo();
        int to = changes.get(1).newFrom();
        int size = changes.get(1).newTo() - to;
        Tokens head = Tokens.of(now.slice(changes.get(0).newFrom(), from));
        boolean opens = head.at(head.size() - 1).equals("(");
        int close = opens ? now.closing(from - 1) : -1;
        if (close > 0 && isRest(rewrite, changes.get(0).newFrom(), from, close, close + size)) {
            to = close;
        }
        Tokens tail = Tokens.of(now.slice(to, to + size));
        String inner = now.slice(from, to);
        if (opens && tail.at(0).equals(")")) {
            return call(head, tail, inner);
        }
        boolean bracketed = head.at(0).equals("(")
                && head.size() == 1
                && tail.at(tail.size() - 1).equals(")");
        if (bracketed && (AND.contains(tail.at(0)) || OR.contains(tail.at(0)))) {
            return joined(tail.at(0), tail.slice(1, tail.size() - 1));
        }
        if (head.at(head.size() - 1).equals("?") && tail.at(0).equals(":")) {
            return ternary(head, tail, inner, rewrite.scene());
        }
        return Optional.empty();
    }

    /** Whether the old statement is the new one without two ranges of tokens. */
    private static boolean isRest(Rewrite rewrite, int from, int to, int otherFrom, int otherTo) {
        Tokens now = rewrite.now();
        int old = 0;
        for (int i = 0; i < now.size(); i++) {
            boolean left = i < from || i >= to && i < otherFrom || i >= otherTo;
            if (left && !now.at(i).equals(rewrite.old().at(old++))) {
                return false;
            }
        }
        return old == rewrite.old().size();
    }

    private static Optional<Phrase> call(Tokens head, Tokens tail, String inner) {
        int name = head.size() - 2;
        String what = Quote.code(inner, 36)
                .or(() -> Syntax.called(Tokens.of(inner)).map(call -> "the result of " + Quote.name(call)))
                .orElse("the value");
        if (name >= 0 && head.get(name).isName()) {
            return Optional.of(Phrase.of(
                    90, "wrapped-call", "wrap " + what + " in " + Quote.name(Syntax.qualified(head, name) + "()")));
        }
        if (name >= 0 && Set.of("!", "not").contains(head.at(name))) {
            return Optional.of(Phrase.of(88, "negated", "negate the check " + what));
        }
        if (name < 0 && tail.at(1).equals(".") && tail.at(3).equals("(")) {
            return Optional.of(Phrase.of(90, "suffix-call", "apply " + Quote.name(tail.at(2) + "()") + " to " + what));
        }
        if (name >= 0 && (AND.contains(head.at(name)) || OR.contains(head.at(name)))) {
            return joined(head.at(name), head.slice(0, name));
        }
        if (name < 0 && (AND.contains(tail.at(1)) || OR.contains(tail.at(1)))) {
            return joined(tail.at(1), tail.slice(2, tail.size()));
        }
        return Optional.empty();
    }

    private static Optional<Phrase> joined(String operator, String operand) {
        boolean and = AND.contains(operator);
        return Quote.code(operand, Quote.ALONE)
                .map(code -> Phrase.of(
                        89, and ? "cond-stricter" : "cond-looser", (and ? "also require " : "also accept ") + code));
    }

    private static Optional<Phrase> ternary(Tokens head, Tokens tail, String inner, Scene scene) {
        String condition = head.slice(head.at(0).equals("(") && head.closing(0) < 0 ? 1 : 0, head.size() - 1);
        String otherwise = Quote.code(tail.slice(1, tail.size()), 24)
                .map(code -> ", else " + code)
                .orElse("");
        return Quote.code(inner, 30)
                .map(code -> Phrase.of(
                        86,
                        "ternary",
                        "use " + code + " only when " + Conditions.inWords(condition, scene) + otherwise));
    }
}
