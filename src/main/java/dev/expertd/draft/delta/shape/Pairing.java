package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.TokenDiff;
import dev.expertd.draft.delta.change.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which removed statement became which added one: those of one kind that share half of their tokens, the most similar
 * first, near ones before far ones.
 */
record Pairing(List<Rewrite> rewrites, List<Statement> added, List<Statement> removed) {
    private static final double ENOUGH = 0.5;
    private static final int MOST = 50;
    private static final double FAR = 0.15;

    private record Candidate(int removed, int added, double similarity) {}

    static Pairing of(Scene scene) {
        List<Statement> removed = scene.symbol().removed();
        List<Statement> added = scene.symbol().added();
        List<Tokens> old =
                removed.stream().limit(MOST).map(s -> Tokens.of(s.text())).toList();
        List<Tokens> now =
                added.stream().limit(MOST).map(s -> Tokens.of(s.text())).toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            for (int j = 0; j < now.size(); j++) {
                if (ofOneKind(removed.get(i), old.get(i), added.get(j), now.get(j))) {
                    double similarity = TokenDiff.similarity(old.get(i), now.get(j));
                    double apart = Math.abs((double) i / old.size() - (double) j / now.size());
                    if (similarity >= ENOUGH) {
                        candidates.add(new Candidate(i, j, similarity - apart * FAR));
                    }
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::similarity).reversed());
        boolean[] oldTaken = new boolean[removed.size()];
        boolean[] nowTaken = new boolean[added.size()];
        List<Candidate> pairs = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!oldTaken[candidate.removed()] && !nowTaken[candidate.added()]) {
                oldTaken[candidate.removed()] = true;
                nowTaken[candidate.added()] = true;
                pairs.add(candidate);
            }
        }
        if (removed.size() == 1
                && added.size() == 1
                && pairs.isEmpty()
                && removed.get(0).opens() == added.get(0).opens()) {
            oldTaken[0] = true;
            nowTaken[0] = true;
            pairs.add(new Candidate(0, 0, 0));
        }
        pairs.sort(Comparator.comparingInt(Candidate::added));
        return new Pairing(
                pairs.stream()
                        .map(pair -> Rewrite.of(removed.get(pair.removed()), added.get(pair.added()), scene))
                        .toList(),
                left(added, nowTaken),
                left(removed, oldTaken));
    }

    private static boolean ofOneKind(Statement before, Tokens old, Statement after, Tokens now) {
        return before.opens() == after.opens() && Syntax.isCondition(old) == Syntax.isCondition(now);
    }

    private static List<Statement> left(List<Statement> statements, boolean[] taken) {
        List<Statement> left = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (!taken[i]) {
                left.add(statements.get(i));
            }
        }
        return left;
    }
}
