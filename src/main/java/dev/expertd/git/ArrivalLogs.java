package dev.expertd.git;

import dev.expertd.git.plumbing.Plumbing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers the logs that tell where commits came from. */
final class ArrivalLogs {
    private ArrivalLogs() {}

    /** {@code heads}: the HEADs of all worktrees, as refs. */
    static Arrivals read(Plumbing plumbing, List<String> heads) throws IOException {
        List<ReflogEntry> local = new ArrayList<>();
        for (String head : heads) {
            local.addAll(Reflog.parse(plumbing.logLines(head, Plumbing.LOG_LIMIT)));
        }
        List<Arrivals.RemoteBranch> remote = new ArrayList<>();
        for (Map.Entry<String, String> tip : plumbing.tips().entrySet()) {
            if (tip.getKey().startsWith("refs/heads/")) {
                local.addAll(Reflog.parse(plumbing.logLines(tip.getKey(), Plumbing.LOG_LIMIT)));
            } else if (tip.getKey().startsWith("refs/remotes/") && !tip.getKey().endsWith("/HEAD")) {
                remote.add(new Arrivals.RemoteBranch(
                        tip.getValue(), Reflog.parse(plumbing.logLines(tip.getKey(), Plumbing.LOG_LIMIT))));
            }
        }
        return new Arrivals(plumbing, local, remote);
    }
}
