package dev.expertd.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A path pattern that is followed name by name, so that a walk knows at each folder whether anything below can match.
 * {@code **} stands for any number of folders, also none; {@code *}, {@code ?} and {@code {a,b}} for parts of one name.
 *
 * <p>A place in the pattern is the index of the name that is expected next; as {@code **} may end at any folder, there are
 * several places at once. Place 0 of a pattern that begins with {@code **} says nothing: it holds everywhere.
 */
final class Glob {
    private static final String ANY_DEPTH = "**";
    private static final int NAMES = 60;

    private final String text;
    private final List<Predicate<String>> names = new ArrayList<>();
    private final BitSet anyDepth = new BitSet();

    Glob(String text) {
        this.text = text;
        for (String name : text.split("/", NAMES)) {
            boolean repeated = name.equals(ANY_DEPTH) && !names.isEmpty() && anyDepth.get(names.size() - 1);
            if (!name.isEmpty() && !name.equals(".") && !repeated) {
                anyDepth.set(names.size(), name.equals(ANY_DEPTH));
                names.add(name(name));
            }
        }
    }

    /** Where the pattern stands at the root. */
    BitSet start() {
        BitSet places = new BitSet();
        enter(places, 0);
        return places;
    }

    /** Where it stands one folder further down; empty if nothing below can match. */
    BitSet into(BitSet places, String folder) {
        BitSet next = new BitSet();
        places.stream().forEach(place -> {
            if (place < names.size() && anyDepth.get(place)) {
                enter(next, place);
            } else if (place < names.size() && names.get(place).test(folder)) {
                enter(next, place + 1);
            }
        });
        next.clear(names.size());
        return next;
    }

    /** True if a file of that name, in the folder where the pattern stands so, is meant. */
    boolean matches(BitSet places, String file) {
        int last = names.size() - 1;
        return last >= 0
                && places.get(last)
                && (anyDepth.get(last) || names.get(last).test(file));
    }

    /** Without the place that holds everywhere: what is left was named. */
    BitSet named(BitSet places) {
        BitSet named = (BitSet) places.clone();
        if (anyDepth.get(0)) {
            named.clear(0, 2); // where ** may end, it may end everywhere
        }
        return named;
    }

    /** True if the pattern begins with that folder, spelt out from the root. */
    boolean beginsWith(String folder) {
        return text.startsWith(folder + "/");
    }

    /** True if the last name has a wildcard: the files are many. */
    boolean meansMany() {
        return isWild(text.substring(text.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return text;
    }

    private void enter(BitSet places, int place) {
        places.set(place);
        if (place < names.size() && anyDepth.get(place)) {
            places.set(place + 1);
        }
    }

    private static boolean isWild(String name) {
        return name.chars().anyMatch(c -> "*?{".indexOf(c) >= 0);
    }

    private static Predicate<String> name(String name) {
        return isWild(name) ? Pattern.compile(regex(name)).asMatchPredicate() : name::equals;
    }

    private static String regex(String name) {
        StringBuilder regex = new StringBuilder();
        boolean group = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '*') {
                regex.append(regex.toString().endsWith(".*") ? "" : ".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (c == '{' && !group && name.indexOf('}', i) > 0) {
                regex.append("(?:");
                group = true;
            } else if (c == '}' && group) {
                regex.append(')');
                group = false;
            } else if (c == ',' && group) {
                regex.append('|');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
