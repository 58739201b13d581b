package dev.expertd.torture;

import java.util.Locale;

/** What one step of a history does. The weight says how often it comes up in a random one. */
enum Deed {
    FIX(30),
    CHORE(10),
    EMPTY(2),
    BURST(3),
    NOTE(6),
    AMEND(6),
    REWORD(4),
    BRANCH(5),
    SWITCH(8),
    MERGE(6),
    REBASE(6),
    CLASH(4),
    STASH(4),
    POP(5),
    RESET_HARD(3),
    RESET_SOFT(3),
    PICK(4),
    REVERT(3),
    WORKTREE_ADD(3),
    WORKTREE_REMOVE(2),
    VISIT(4),
    TAG(1),
    PACK(2),
    RED(8),
    GREEN(10),
    APPEND(8),
    EDIT(5),
    DELETE(4),
    DELETE_OURS(2),
    PAUSE(4),
    START(6),
    KILL(60),
    CHECK(0);

    private final int weight;

    Deed(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
