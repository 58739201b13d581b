package dev.expertd.upkeep;

import dev.expertd.git.GitReader;
import dev.expertd.journal.Journal;
import dev.expertd.model.FileDiff;
import dev.expertd.model.Learning;
import dev.expertd.model.PastVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts how lines fared since they were learned: from the journal, and from the files as they are now. */
public final class Tallies {
    private static final int VERDICTS = 200;
    private static final int FILES = 5;
    private static final long LARGEST = 1 << 20;
    private static final Pattern CODE = Pattern.compile("`([^`]{2,200})`");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]{2,80}");

    private final Journal journal;
    private final String repository;
    private final GitReader git;

    public Tallies(Journal journal, String repository, GitReader git) {
        this.journal = journal;
        this.repository = repository;
        this.git = git;
    }

    public Tally of(Learning line) {
        return new Tally(
                1 + journal.learnings().repeats(repository, line.id()),
                line.evidence().tests().stream()
                        .mapToInt(test -> failedAgain(test, line.evidence().runs()))
                        .max()
                        .orElse(0),
                names(line).gone());
    }

    /** Why the line can no longer be taken at its word; empty if nothing speaks against it. */
    Optional<String> doubt(Learning line) {
        Optional<String> red = line.evidence().tests().stream()
                .filter(test -> isRed(test) && failedAgain(test, line.evidence().runs()) > 0)
                .findFirst();
        if (red.isPresent()) {
            return Optional.of("the test that it fixed is red again: " + red.get());
        }
        Names names = names(line);
        return names.gone().isEmpty() || names.left()
                ? Optional.empty()
                : Optional.of("`" + String.join("`, `", names.gone()) + "` is gone, and it names nothing else");
    }

    private boolean isRed(String test) {
        return journal.tests().past(repository, test, Long.MAX_VALUE, 1).stream()
                .anyMatch(verdict -> verdict.status().isRed());
    }

    /**
     * The names of a line that stood in its files when it was learned.
     *
     * @param left one of them is still there
     */
    private record Names(List<String> gone, boolean left) {}

    /** Times that the test turned red with the failure that it had before the run that proved the line. */
    private int failedAgain(String test, List<String> runs) {
        List<PastVerdict> newestFirst = journal.tests().past(repository, test, Long.MAX_VALUE, VERDICTS);
        int proof = 0;
        while (proof < newestFirst.size()
                && !runs.contains(newestFirst.get(proof).runId())) {
            proof++;
        }
        if (proof >= newestFirst.size() || newestFirst.get(proof).status().isRed()) {
            return 0;
        }
        Optional<String> failure = newestFirst.subList(proof, newestFirst.size()).stream()
                .filter(verdict -> verdict.status().isRed())
                .map(PastVerdict::fingerprint)
                .findFirst();
        int again = 0;
        for (int i = proof - 1; i >= 0; i--) {
            PastVerdict verdict = newestFirst.get(i);
            boolean turned =
                    verdict.status().isRed() && !newestFirst.get(i + 1).status().isRed();
            again += turned
                            && !verdict.flaky()
                            && failure.filter(verdict.fingerprint()::equals).isPresent()
                    ? 1
                    : 0;
        }
        return again;
    }

    /** Names of the line that its commit left in a file of its evidence, and that none of these files holds now. */
    private Names names(Learning line) {
        Set<String> named = names(CODE.matcher(line.text().text())
                .results()
                .map(code -> code.group(1))
                .collect(Collectors.joining(" ")));
        Optional<String> commit = line.evidence().commits().stream().findFirst();
        if (named.isEmpty() || commit.isEmpty()) {
            return new Names(List.of(), true);
        }
        Set<String> then = new TreeSet<>();
        Set<String> now = new TreeSet<>();
        git.commit(commit.get())
                .ifPresent(found -> found.files().stream()
                        .filter(file -> line.evidence().files().contains(file.path()))
                        .limit(FILES)
                        .forEach(file -> {
                            then.addAll(names(git.diff(found.id(), file)
                                    .map(FileDiff::after)
                                    .orElse("")));
                            now.addAll(names(text(git.layout().workTree().resolve(file.path()))));
                        }));
        named.retainAll(then);
        Set<String> gone = new TreeSet<>(named);
        gone.removeAll(now);
        return new Names(List.copyOf(gone), gone.size() < named.size());
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    /** Empty for a file that is not there, and for one that cannot be read as text. */
    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException e) {
            return "";
        }
    }
}
