package dev.expertd.io;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A place at which tests let the program die as if it had been killed. None is on unless the environment says
 * {@code EXPERTD_FAILPOINT=name} or {@code EXPERTD_FAILPOINT=name:nth}: reached for the nth time, the process halts at
 * once with status 137, and no shutdown hook, {@code finally} or buffer has its turn.
 *
 * <p>The places, in the order of the way of a commit: {@code found} (commits entered, in the transaction),
 * {@code checkpoint} (that transaction is durable), {@code judged} (act and intended lines are durable),
 * {@code intended} (before the file is touched), {@code temporary-begun}, {@code temporary-written},
 * {@code before-rename}, {@code after-rename}, {@code late-edits-read} (the old inode was looked at),
 * {@code late-edits-merged} (and what was found there was written), {@code effect} (the file is as it shall be),
 * {@code done} (and the journal says so). When a file of git's is changed: {@code git-file-locked} (before the rename)
 * and {@code git-file-replaced}.
 */
public final class Failpoint {
    /** The name of the variable. */
    public static final String VARIABLE = "EXPERTD_FAILPOINT";

    static final int STATUS = 137; // what a shell says of SIGKILL

    private static final String NAME = name(System.getenv(VARIABLE));
    private static final AtomicLong LEFT = new AtomicLong(nth(System.getenv(VARIABLE)));

    private Failpoint() {}

    /** Does nothing, unless the process is to die here. */
    public static void reach(String name) {
        if (!NAME.isEmpty() && NAME.equals(name) && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(STATUS);
        }
    }

    static String name(@Nullable String setting) {
        return setting == null ? "" : setting.replaceFirst(":[0-9]{1,9}$", "");
    }

    static long nth(@Nullable String setting) {
        String name = name(setting);
        return setting == null || name.length() == setting.length()
                ? 1
                : Long.parseLong(setting.substring(name.length() + 1));
    }
}
