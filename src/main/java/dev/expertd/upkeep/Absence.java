package dev.expertd.upkeep;

import dev.expertd.model.Commit;
import dev.expertd.model.LearningState;

/** Why a line that stood in a file is not there any more. */
enum Absence {
    /** The file is as git has it: stashed, reset, on another branch. */
    PUT_ASIDE(LearningState.DISPLACED, false),
    /** The file is not as git has it, so somebody took the line out. */
    TAKEN_OUT(LearningState.REJECTED, false),
    /** The same, and something that says about the same stands there instead. */
    REWORDED(LearningState.EDITED, false),
    /** A commit that descends from one that held the line does not hold it. */
    TAKEN_OUT_BY_COMMIT(LearningState.REJECTED, true),
    REWORDED_BY_COMMIT(LearningState.EDITED, true);

    private final LearningState becomes;
    private final boolean byCommit;

    Absence(LearningState becomes, boolean byCommit) {
        this.becomes = becomes;
        this.byCommit = byCommit;
    }

    LearningState becomes() {
        return becomes;
    }

    /** True if it holds for the whole repository, not just for what one checkout has lying about. */
    boolean isByCommit() {
        return byCommit;
    }

    /** The reason as a user may read it. */
    String words(String file, String holder) {
        String since = holder.isEmpty() ? "" : " after " + Commit.shortId(holder);
        return switch (this) {
            case PUT_ASIDE -> "not in " + file + " as git has it now; kept again when it is back";
            case TAKEN_OUT -> "somebody took it out of " + file;
            case REWORDED -> "somebody changed it in " + file + "; theirs from then on";
            case TAKEN_OUT_BY_COMMIT -> "a commit" + since + " took it out of " + file;
            case REWORDED_BY_COMMIT -> "a commit" + since + " changed it in " + file + "; theirs from then on";
        };
    }
}
