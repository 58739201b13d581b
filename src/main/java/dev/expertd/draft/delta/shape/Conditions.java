package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says conditions in words. */
final class Conditions {
    private static final Set<String> LOGICAL = Set.of("&&", "||", "and", "or");
    private static final Set<String> NULLS = Set.of("null", "None", "undefined", "nil");
    private static final Set<String> EQUALS = Set.of("==", "===", "is");
    private static final Set<String> DIFFERS = Set.of("!=", "!==");

    private Conditions() {}

    /** {@code when `c`}; of a long condition, what it depends on. */
    static String when(String condition, Scene scene) {
        return readable(condition, scene).map(code -> "when " + code).orElseGet(() -> dependingOn(condition, scene));
    }

    /** {@code only when `c`}, with a space before it. */
    static String onlyWhen(String condition, Scene scene) {
        return readable(condition, scene)
                .map(code -> " only when " + code)
                .orElseGet(() -> " " + dependingOn(condition, scene));
    }

    private static String dependingOn(String condition, Scene scene) {
        List<String> names = scene.rarest(Tokens.of(condition).names(), 2);
        return names.isEmpty() ? "in a further case" : "depending on " + Quote.all(names);
    }

    /** The condition in back-quotes; of a long one its most telling part, and that there is more. */
    static String inWords(String condition, Scene scene) {
        return readable(condition, scene).orElseGet(() -> "a condition " + dependingOn(condition, scene));
    }

    private static Optional<String> readable(String condition, Scene scene) {
        Optional<String> whole = Quote.code(condition, Quote.ALONE);
        if (whole.isPresent()) {
            return whole;
        }
        Tokens tokens = Tokens.of(condition);
        Optional<String> part = operands(tokens).stream()
                .filter(operand -> Quote.code(operand).isPresent())
                .min(Comparator.comparingInt(operand -> rank(operand, scene)))
                .flatMap(Quote::code);
        return part.map(code -> code + ", among other conditions,");
    }

    /** The parts that logical operators join, outside of brackets. */
    static List<String> operands(Tokens tokens) {
        List<String> operands = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.at(i);
            depth += "([{".contains(token) ? 1 : ")]}".contains(token) ? -1 : 0;
            if (depth == 0 && LOGICAL.contains(token)) {
                operands.add(tokens.slice(start, i));
                start = i + 1;
            }
        }
        operands.add(tokens.slice(start, tokens.size()));
        return operands;
    }

    private static int rank(String operand, Scene scene) {
        return scene.rarest(Tokens.of(operand).names(), 1).stream()
                .mapToInt(scene::known)
                .findFirst()
                .orElse(1_000);
    }

    /** What a condition compares with null, if that is all it does. */
    static Optional<String> nullTested(String condition) {
        Tokens tokens = Tokens.of(condition);
        int last = tokens.size() - 1;
        boolean pythonic = tokens.at(last - 1).equals("not");
        int sign = pythonic ? last - 2 : last - 1;
        boolean compares = sign > 0
                && NULLS.contains(tokens.at(last))
                && (EQUALS.contains(tokens.at(sign)) || DIFFERS.contains(tokens.at(sign)));
        if (compares && operands(tokens).size() == 1) {
            return Optional.of(tokens.slice(0, sign));
        }
        boolean turned = tokens.size() > 2
                && NULLS.contains(tokens.at(0))
                && (EQUALS.contains(tokens.at(1)) || DIFFERS.contains(tokens.at(1)))
                && operands(tokens).size() == 1;
        return turned ? Optional.of(tokens.slice(2, tokens.size())) : Optional.empty();
    }

    /** Of a condition that only compares with null: whether it holds for null. */
    static boolean holdsForNull(String condition) {
        return Tokens.of(condition).all().stream()
                .noneMatch(token -> DIFFERS.contains(token.text()) || token.is("not"));
    }
}
