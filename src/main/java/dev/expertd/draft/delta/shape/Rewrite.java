package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.TokenDiff;
import dev.expertd.draft.delta.change.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One statement that became another.
 *
 * @param changes the changed places, those that only one token keeps apart joined
 */
record Rewrite(Statement before, Statement after, Tokens old, Tokens now, List<TokenDiff.Change> changes, Scene scene) {
    static Rewrite of(Statement before, Statement after, Scene scene) {
        Tokens old = Tokens.of(before.text());
        Tokens now = Tokens.of(after.text());
        return new Rewrite(before, after, old, now, TokenDiff.changes(old, now), scene);
    }

    List<Spot> spots() {
        List<TokenDiff.Change> joined = new ArrayList<>();
        for (TokenDiff.Change change : changes) {
            TokenDiff.Change last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && change.oldFrom() - last.oldTo() <= 1 && change.newFrom() - last.newTo() <= 1) {
                joined.set(
                        joined.size() - 1,
                        new TokenDiff.Change(last.oldFrom(), change.oldTo(), last.newFrom(), change.newTo()));
            } else {
                joined.add(change);
            }
        }
        return joined.stream().map(change -> new Spot(this, change)).toList();
    }

    /** Names that only the new statement has. */
    Set<String> come() {
        Set<String> names = new LinkedHashSet<>(now.names());
        names.removeAll(old.names());
        return names;
    }

    /** Names that only the old statement had. */
    Set<String> gone() {
        Set<String> names = new LinkedHashSet<>(old.names());
        names.removeAll(now.names());
        return names;
    }

    boolean bothStartWith(String word) {
        return old.at(0).equals(word) && now.at(0).equals(word);
    }
}
