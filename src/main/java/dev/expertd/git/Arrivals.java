package dev.expertd.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Which commits came from elsewhere: those that a step of a remote-tracking branch brought, unless that step was our
 * own push.
 */
final class Arrivals {
    /** What git writes for a push; every other step of a remote-tracking branch is a fetch, a pull or a clone. */
    private static final String OWN_PUSH = "update by push";

    private final Path commonDir;
    private final Repository repository;

    Arrivals(Path commonDir, Repository repository) {
        this.commonDir = commonDir;
        this.repository = repository;
    }

    boolean brought(ObjectId id) throws IOException {
        List<Ref> remotes = repository.getRefDatabase().getRefsByPrefix("refs/remotes/");
        if (remotes.isEmpty()) {
            return false;
        }
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(id);
            boolean logged = false;
            for (Ref remote : remotes) {
                if (remote.isSymbolic()
                        || remote.getObjectId() == null
                        || !reaches(walk, remote.getObjectId(), commit)) {
                    continue;
                }
                for (ReflogEntry step : Reflog.read(commonDir.resolve("logs").resolve(remote.getName()))) {
                    logged = true;
                    if (!step.comment().startsWith(OWN_PUSH)
                            && reaches(walk, ObjectId.fromString(step.newId()), commit)
                            && !reaches(walk, ObjectId.fromString(step.oldId()), commit)) {
                        return true;
                    }
                }
                if (!logged) {
                    return true; // a remote-tracking branch without a log is as the clone left it
                }
            }
        }
        return false;
    }

    private static boolean reaches(RevWalk walk, ObjectId tip, RevCommit commit) throws IOException {
        if (tip.equals(ObjectId.zeroId())) {
            return false;
        }
        try {
            return walk.isMergedInto(commit, walk.parseCommit(tip));
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            return false;
        }
    }
}
