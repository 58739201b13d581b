package dev.expertd.upkeep.reference;

import dev.expertd.expertise.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the file or folder is now that a path meant when it was written down. */
final class PathNow {
    private static final int UNDER = 200;
    private static final double MOST = 0.8;

    private final CodeHistory history;

    PathNow(CodeHistory history) {
        this.history = history;
    }

    /** Empty if the path never named anything of this repository: then it is no reference. */
    Optional<Standing> of(Reference reference, Birth birth) {
        String written = reference.text();
        return written.endsWith("/") ? folder(written, birth) : file(written, birth);
    }

    private Optional<Standing> file(String written, Birth birth) {
        WrittenPaths now = history.files(0);
        List<String> then = history.files(birth.age()).resolve(written);
        if (then.size() != 1) {
            List<String> here = now.resolve(written);
            boolean lost = here.isEmpty() && !then.isEmpty();
            return here.isEmpty() && !lost
                    ? Optional.empty()
                    : Optional.of(
                            lost
                                    ? new Standing.Ambiguous("it could mean one of " + then.size() + " files, all gone")
                                    : new Standing.Exact(here.get(0)));
        }
        CodeHistory.Fate fate = history.fate(birth.age(), then.get(0));
        if (fate.isGone()) {
            return Optional.of(lost(written, then.get(0), fate));
        }
        if (fate.path().equals(written) || fate.path().endsWith("/" + written)) {
            return Optional.of(new Standing.Exact(fate.path()));
        }
        return Optional.of(renamed(written, then.get(0), fate.path(), fate.renamedBy(), fate.sure()));
    }

    private Standing lost(String written, String then, CodeHistory.Fate fate) {
        List<String> here = history.files(0).resolve(written);
        if (here.size() == 1) {
            return new Standing.Exact(here.get(0));
        }
        List<String> namesakes = history.files(0).resolve(WrittenPaths.lastSegment(then));
        if (namesakes.size() > 1) {
            return new Standing.Ambiguous(then + " was deleted, and " + namesakes.size() + " files are called so now");
        }
        return namesakes.size() == 1 && !fate.deletedBy().isEmpty()
                ? renamed(written, then, namesakes.get(0), fate.deletedBy(), false)
                : new Standing.Gone(then + " was deleted", fate.deletedBy());
    }

    private Standing renamed(String written, String then, String now, String commit, boolean certain) {
        int segments = written.split("/", -1).length;
        String shortened = written.equals(then) ? now : history.files(0).shortened(now, segments);
        return new Standing.Renamed(now, shortened, certain, commit);
    }

    private Optional<Standing> folder(String written, Birth birth) {
        List<String> here = history.files(0).folders(written);
        if (!here.isEmpty()) {
            return Optional.of(new Standing.Exact(here.get(0)));
        }
        List<String> then = history.files(birth.age()).folders(written);
        if (then.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                then.size() > 1
                        ? new Standing.Ambiguous("it could mean one of " + then.size() + " folders, all gone")
                        : emptied(written, then.get(0), birth));
    }

    /** A folder was renamed if nearly all that it held went to one other folder, in the same order. */
    private Standing emptied(String written, String folder, Birth birth) {
        List<String> files = history.files(birth.age()).under(folder, UNDER);
        List<String> heirs = new ArrayList<>();
        String commit = "";
        for (String file : files) {
            CodeHistory.Fate fate = history.fate(birth.age(), file);
            String inner = file.substring(folder.length());
            if (!fate.isGone() && fate.path().endsWith("/" + inner)) {
                heirs.add(fate.path().substring(0, fate.path().length() - inner.length()));
            }
            commit = fate.isGone() ? fate.deletedBy() : fate.renamedBy();
        }
        boolean one = !heirs.isEmpty() && heirs.stream().distinct().count() == 1;
        if (!one || heirs.size() < MOST * files.size()) {
            return new Standing.Gone(folder + " is empty", commit);
        }
        String now = heirs.get(0);
        return new Standing.Renamed(now, written.equals(folder) ? now : shortened(now, written), true, commit);
    }

    private String shortened(String folder, String written) {
        String name = folder.substring(0, folder.length() - 1);
        int segments = written.split("/", -1).length - 1;
        int slash = name.length();
        for (int taken = 0; taken < segments && slash > 0; taken++) {
            slash = name.lastIndexOf('/', slash - 1);
        }
        String end = folder.substring(Math.max(0, slash + 1));
        return history.files(0).folders(end).size() == 1 ? end : folder;
    }
}
