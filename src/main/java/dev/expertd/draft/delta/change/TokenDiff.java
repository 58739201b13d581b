package dev.expertd.draft.delta.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two statements compared by their longest common runs of tokens, as people see it (Ratcliff and Obershelp).
 * Statements longer than {@value #LONGEST} tokens are compared at their ends only.
 */
public final class TokenDiff {
    private static final int LONGEST = 400;
    private static final int MOST_STEPS = 12;

    /** Tokens [oldFrom, oldTo) became [newFrom, newTo); one of them may be empty. */
    public record Change(int oldFrom, int oldTo, int newFrom, int newTo) {
        public boolean isInsertion() {
            return oldFrom == oldTo;
        }

        public boolean isDeletion() {
            return newFrom == newTo;
        }
    }

    private record Run(int oldAt, int newAt, int length) {}

    private record Window(int oldFrom, int oldTo, int newFrom, int newTo) {}

    private final Tokens old;
    private final Tokens now;
    private final List<Run> runs = new ArrayList<>();

    private TokenDiff(Tokens old, Tokens now) {
        this.old = old;
        this.now = now;
    }

    /** The changes in order, with runs of equal tokens between them. */
    public static List<Change> changes(Tokens old, Tokens now) {
        TokenDiff diff = new TokenDiff(old, now);
        diff.match();
        List<Change> changes = new ArrayList<>();
        int oldAt = 0;
        int newAt = 0;
        for (Run run : diff.runs) {
            if (run.oldAt() > oldAt || run.newAt() > newAt) {
                changes.add(new Change(oldAt, run.oldAt(), newAt, run.newAt()));
            }
            oldAt = run.oldAt() + run.length();
            newAt = run.newAt() + run.length();
        }
        if (oldAt < old.size() || newAt < now.size()) {
            changes.add(new Change(oldAt, old.size(), newAt, now.size()));
        }
        changes.replaceAll(diff::slid);
        return changes;
    }

    /** The share of tokens in common: 0 for nothing, 1 for equal. */
    public static double similarity(Tokens old, Tokens now) {
        int size = old.size() + now.size();
        if (size == 0) {
            return 1;
        }
        TokenDiff diff = new TokenDiff(old, now);
        diff.match();
        return 2.0 * diff.runs.stream().mapToInt(Run::length).sum() / size;
    }

    private void match() {
        int head = 0;
        int shorter = Math.min(old.size(), now.size());
        while (head < shorter && old.at(head).equals(now.at(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && old.at(old.size() - 1 - tail).equals(now.at(now.size() - 1 - tail))) {
            tail++;
        }
        add(new Run(0, 0, head));
        add(new Run(old.size() - tail, now.size() - tail, tail));
        Deque<Window> windows = new ArrayDeque<>();
        if (old.size() - head - tail <= LONGEST && now.size() - head - tail <= LONGEST) {
            windows.push(new Window(head, old.size() - tail, head, now.size() - tail));
        }
        while (!windows.isEmpty()) {
            Window window = windows.pop();
            Run run = longest(window);
            if (run.length() > 0) {
                add(run);
                windows.push(new Window(window.oldFrom(), run.oldAt(), window.newFrom(), run.newAt()));
                windows.push(new Window(
                        run.oldAt() + run.length(), window.oldTo(), run.newAt() + run.length(), window.newTo()));
            }
        }
        runs.sort(Comparator.comparingInt(Run::oldAt));
    }

    /**
     * Where a piece came in or went can often be read in several ways: of {@code f(a)} and {@code f(a) || g(a)} too much
     * is equal. The reading in which the piece closes its own brackets is the one that was meant.
     */
    private Change slid(Change change) {
        if (!change.isInsertion() && !change.isDeletion()) {
            return change;
        }
        Tokens text = change.isInsertion() ? now : old;
        int from = change.isInsertion() ? change.newFrom() : change.oldFrom();
        int to = change.isInsertion() ? change.newTo() : change.oldTo();
        for (int step = 0; step <= MOST_STEPS; step++) {
            for (int shift : new int[] {-step, step}) {
                if (slides(text, from, to, shift)
                        && Quote.isBalanced(Tokens.of(text.slice(from + shift, to + shift)))) {
                    return new Change(
                            change.oldFrom() + shift,
                            change.oldTo() + shift,
                            change.newFrom() + shift,
                            change.newTo() + shift);
                }
            }
        }
        return change;
    }

    /** Whether the piece may as well stand so many tokens to the right (or, if negative, to the left). */
    private static boolean slides(Tokens text, int from, int to, int shift) {
        if (from + shift < 0 || to + shift > text.size()) {
            return false;
        }
        for (int i = 0; i < Math.abs(shift); i++) {
            int left = shift > 0 ? from + i : from - 1 - i;
            int right = shift > 0 ? to + i : to - 1 - i;
            if (!text.at(left).equals(text.at(right))) {
                return false;
            }
        }
        return true;
    }

    private void add(Run run) {
        if (run.length() > 0) {
            runs.add(run);
        }
    }

    private Run longest(Window window) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int j = window.newFrom(); j < window.newTo(); j++) {
            places.computeIfAbsent(now.at(j), token -> new ArrayList<>()).add(j);
        }
        Run best = new Run(window.oldFrom(), window.newFrom(), 0);
        Map<Integer, Integer> lengths = new HashMap<>();
        for (int i = window.oldFrom(); i < window.oldTo(); i++) {
            Map<Integer, Integer> next = new HashMap<>();
            for (int j : places.getOrDefault(old.at(i), List.of())) {
                int length = lengths.getOrDefault(j - 1, 0) + 1;
                next.put(j, length);
                if (length > best.length()) {
                    best = new Run(i - length + 1, j - length + 1, length);
                }
            }
            lengths = next;
        }
        return best;
    }
}
