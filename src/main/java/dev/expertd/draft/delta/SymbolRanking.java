package dev.expertd.draft.delta;

import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.draft.delta.failure.StackFrame;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How likely a changed symbol is what a test's failure came from. The weights were found on real repairs. */
final class SymbolRanking {
    private static final int MOST_TESTS = 5;
    private static final double FRAME = 7;
    private static final double DEEP_FRAME = 2;
    private static final double FILE_IN_STACK = 1.5;
    private static final double NAME_IN_TEST = 3;
    private static final double SHARED_WORD = 0.8;
    private static final double MOST_SHARED = 2;
    private static final double CLASS_UNDER_TEST = 2.5;
    private static final double CLASS_IN_SUITE = 1.2;
    private static final double SAME_PACKAGE = 0.7;
    private static final double NAME_IN_MESSAGE = 2;
    private static final double NAMES_IN_MESSAGE = 0.5;
    private static final double SIZE = 0.35;
    private static final double MOST_SIZE = 2;
    private static final double BOTH_SIDES = 0.6;
    private static final double NEW = -2;
    private static final double NO_SYMBOL = -1.5;
    private static final double PLAIN = -0.8;
    private static final Set<String> PLAIN_NAMES = Set.of("toString", "hashCode", "main", "__repr__", "__str__");
    private static final Pattern ACCESSOR = Pattern.compile("(?:get|set|is)[A-Z]\\w*");
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])|\\d{3,}");
    private static final int LONGEST = 2_000;

    private final List<FailedTest> tests;
    private final IdentityHashMap<SymbolChange, Double> scores = new IdentityHashMap<>();

    SymbolRanking(List<FailedTest> tests) {
        this.tests = tests.stream().limit(MOST_TESTS).toList();
    }

    List<SymbolChange> ranked(List<SymbolChange> symbols) {
        return symbols.stream()
                .sorted(Comparator.comparingDouble(this::score).reversed())
                .toList();
    }

    double score(SymbolChange symbol) {
        return scores.computeIfAbsent(symbol, this::compute);
    }

    private double compute(SymbolChange symbol) {
        return link(symbol) + shape(symbol);
    }

    /** What ties the symbol to the failures. */
    double link(SymbolChange symbol) {
        return tests.stream().mapToDouble(test -> link(symbol, test)).sum();
    }

    private static double link(SymbolChange symbol, FailedTest test) {
        return inStack(symbol, test) + inNames(symbol, test) + inMessage(symbol, test);
    }

    private static double inStack(SymbolChange symbol, FailedTest test) {
        double points = 0;
        int depth = 0;
        boolean file = false;
        for (StackFrame frame : test.frames()) {
            if (frame.function().equals(test.name())) {
                break;
            }
            if (isOf(frame, symbol)) {
                file = true;
                if (isIn(frame, symbol)) {
                    points = Math.max(DEEP_FRAME, FRAME - depth);
                    break;
                }
            }
            depth++;
        }
        return points + (file ? FILE_IN_STACK : 0);
    }

    private static boolean isOf(StackFrame frame, SymbolChange symbol) {
        return frame.fileName().equals(Place.fileName(symbol.change().file().oldPath()))
                && (frame.file().indexOf('/') < 0
                        || symbol.change()
                                .file()
                                .oldPath()
                                .endsWith(frame.file().replaceFirst("^\\W*", ""))
                        || frame.file().endsWith(symbol.change().file().oldPath())
                        || symbol.isCallable() && frame.function().equals(symbol.name()));
    }

    /** By name, and for functions without a name by the line, which is one of the file before. */
    private static boolean isIn(StackFrame frame, SymbolChange symbol) {
        if (!frame.function().isEmpty() && frame.function().equals(symbol.name())) {
            return true;
        }
        return frame.line() >= 0
                && !symbol.name().isEmpty()
                && symbol.change()
                        .before()
                        .at(frame.line())
                        .filter(definition -> definition.name().equals(symbol.name())
                                && definition.container().equals(symbol.container()))
                        .isPresent();
    }

    private static double inNames(SymbolChange symbol, FailedTest test) {
        String name = symbol.name().toLowerCase(Locale.ROOT).replace("_", "");
        String testName = test.name().toLowerCase(Locale.ROOT).replace("_", "");
        double points = 0;
        if (name.length() > 3 && testName.contains(name)) {
            points += NAME_IN_TEST;
        } else if (!name.isEmpty()) {
            Set<String> shared = words(symbol.name());
            shared.retainAll(words(test.name()));
            points += Math.min(MOST_SHARED, SHARED_WORD * shared.size());
        }
        String stem = Place.stem(symbol.change().file().path()).toLowerCase(Locale.ROOT);
        String subject = test.subject().toLowerCase(Locale.ROOT);
        if (!subject.isEmpty() && subject.equals(stem)) {
            points += CLASS_UNDER_TEST;
        } else if (stem.length() > 2
                && (test.suite() + " " + test.name()).toLowerCase(Locale.ROOT).contains(stem)) {
            points += CLASS_IN_SUITE;
        }
        points += inPackage(symbol.change().file().path(), test.suite()) ? SAME_PACKAGE : 0;
        return points;
    }

    /** Tests stand in the package of what they test. */
    private static boolean inPackage(String path, String suite) {
        int last = suite.lastIndexOf('.');
        int folder = path.lastIndexOf('/');
        return last > 0
                && folder > 0
                && suite.indexOf('.') < last
                && path.substring(0, folder).endsWith(suite.substring(0, last).replace('.', '/'));
    }

    private static double inMessage(SymbolChange symbol, FailedTest test) {
        if (test.message().isEmpty()) {
            return 0;
        }
        String message =
                test.message().substring(0, Math.min(LONGEST, test.message().length()));
        Set<String> said = new HashSet<>();
        Matcher matcher = Pattern.compile("[A-Za-z_$][\\w$]{3,}").matcher(message);
        while (matcher.find()) {
            said.add(matcher.group());
        }
        double points = symbol.name().length() > 3 && said.contains(symbol.name()) ? NAME_IN_MESSAGE : 0;
        long shared = symbol.names().stream().filter(said::contains).count();
        return points + Math.min(1.5, NAMES_IN_MESSAGE * shared);
    }

    private static double shape(SymbolChange symbol) {
        double points = Math.min(MOST_SIZE, symbol.size() * SIZE);
        points += !symbol.removed().isEmpty() && !symbol.added().isEmpty() ? BOTH_SIDES : 0;
        points += symbol.isCallable() ? 0 : NO_SYMBOL;
        points += symbol.isNew() || symbol.isGone() ? NEW : 0;
        points += symbol.isNew() && ACCESSOR.matcher(symbol.name()).matches() ? NEW : 0;
        points += PLAIN_NAMES.contains(symbol.name()) ? PLAIN : 0;
        return points - (symbol.size() == 0 && symbol.moved().isEmpty() ? 5 : 0);
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(name.length() > LONGEST ? name.substring(0, LONGEST) : name);
        while (matcher.find()) {
            if (matcher.group().length() > 2) {
                words.add(matcher.group().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
