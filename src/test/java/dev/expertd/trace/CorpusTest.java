package dev.expertd.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.SharedCorpus;
import dev.expertd.judge.RunJudge;
import dev.expertd.model.Counts;
import dev.expertd.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real traces give the counts and the outcome that an independent counter found in them. */
class CorpusTest {
    /** Formats that are read so far. */
    private static final List<String> READ = List.of("eagle/", "eagle-traces/", "junit-", "derived/junit_");

    @Test
    void everyRealTraceGivesTheCountsOfTheManifest() throws IOException {
        Path traces = SharedCorpus.require("corpus/traces");
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (String line : Files.readAllLines(traces.resolve("MANIFEST.tsv")).stream()
                .skip(1)
                .toList()) {
            String[] columns = line.split("\t", -1);
            if (READ.stream().noneMatch(columns[0]::startsWith) || columns[6].equals("-")) {
                continue;
            }
            compared++;
            String expected = String.join(" ", List.of(columns).subList(6, 12)) + " " + word(columns[12]);
            String actual = summary(TraceReader.read(List.of(traces.resolve(columns[0]))));
            if (!actual.equals(expected)) {
                differences.add(columns[0] + ": expected " + expected + " but was " + actual);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(40);
    }

    private static String word(String expectedOutcome) {
        int bracket = expectedOutcome.indexOf('(');
        return bracket < 0 ? expectedOutcome : expectedOutcome.substring(0, bracket);
    }

    private static String summary(TraceReading reading) {
        Optional<Run> run = reading.toRun();
        Counts counts = run.map(Run::counts).orElse(Counts.NONE);
        String outcome = run.map(
                        read -> new RunJudge().judge(read, false, 1).value().word())
                .orElse("none");
        return String.join(
                        " ",
                        List.of(
                                        counts.total(),
                                        counts.passed(),
                                        counts.failed(),
                                        counts.errored(),
                                        counts.skipped(),
                                        counts.flaky())
                                .stream()
                                .map(String::valueOf)
                                .toList())
                + " " + outcome;
    }
}
