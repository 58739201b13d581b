package dev.expertd.upkeep;

import dev.expertd.expertise.WrittenLine;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the line that somebody means: by its id, by where it stands, or by a part of its text. */
public final class NamedLines {
    private static final int LOOKED_AT = 100_000;
    private static final Pattern FILE_LINE = Pattern.compile("(.+):(\\d{1,7})");

    private final Checkout here;
    private final Path folder;

    /** {@code folder} is where the names of files are relative to, besides the top of the work tree. */
    public NamedLines(Checkout here, Path folder) {
        this.here = here;
        this.folder = folder;
    }

    /** A line of an expertise file, without its bullet. */
    record Standing(String file, String text) {}

    /**
     * The one line that was written or is to be written; what never was is only found if nothing else is.
     *
     * @throws UpkeepException if there is none
     * @throws AmbiguousException if there are several
     */
    public Learning find(String what) {
        List<Learning> all = here.journal().learnings().latest(here.repository(), LOOKED_AT);
        Optional<Standing> stands = standing(what);
        String asked = stands.map(Standing::text).orElse(what);
        List<Learning> found = first(
                all,
                line -> line.id().equals(asked),
                line -> line.text().text().equals(asked)
                        && stands.map(Standing::file)
                                .filter(file -> !file.equals(line.file()))
                                .isEmpty(),
                line -> stands.isEmpty() && line.text().text().contains(asked));
        if (found.isEmpty()) {
            throw new UpkeepException(
                    stands.isPresent()
                            ? what + " is no line of expertd: somebody wrote or changed it, so it is theirs to take out"
                            : "no learning is called `" + what + "`; `expertd log` lists them");
        }
        if (found.size() > 1) {
            throw new AmbiguousException(what, found);
        }
        return found.get(0);
    }

    @SafeVarargs
    private static List<Learning> first(List<Learning> all, Predicate<Learning>... ways) {
        for (Predicate<Learning> way : ways) {
            List<Learning> found = all.stream().filter(way).toList();
            List<Learning> standing =
                    found.stream().filter(NamedLines::isInAFile).toList();
            List<Learning> written =
                    found.stream().filter(line -> line.state().wasWritten()).toList();
            if (!found.isEmpty()) {
                return !standing.isEmpty() ? standing : !written.isEmpty() ? written : found;
            }
        }
        return List.of();
    }

    private static boolean isInAFile(Learning line) {
        return line.state() == LearningState.DONE || line.state() == LearningState.INTENDED;
    }

    /** The line that FILE:LINE names; empty if it names none. */
    Optional<Standing> standing(String what) {
        Matcher matcher = FILE_LINE.matcher(what);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long before = Math.max(0, Long.parseLong(matcher.group(2)) - 1);
        return here.experts().stream()
                .filter(view -> isNamed(view.expert().file(), matcher.group(1)))
                .flatMap(view -> view.text()
                        .lines()
                        .skip(before)
                        .limit(1)
                        .map(text -> new Standing(view.expert().file(), WrittenLine.bare(text))))
                .findFirst();
    }

    private boolean isNamed(String file, String asked) {
        try {
            return file.equals(asked)
                    || Files.exists(folder.resolve(asked))
                            && Files.isSameFile(
                                    folder.resolve(asked), here.root().resolve(file));
        } catch (IOException | InvalidPathException e) {
            return false; // what names no file names no line
        }
    }
}
