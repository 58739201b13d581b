package dev.expertd.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.SharedCorpus;
import dev.expertd.judge.RunJudge;
import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.model.Run;
import dev.expertd.model.Scope;
import dev.expertd.model.Signal;
import dev.expertd.model.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Real traces give what an independent counter, and an independent parser, found in them. */
class CorpusTest {
    private static final Set<String> NO_TYPE = Set.of("", "failure", "test failure", "failed", "error");

    /** A line of the manifest. */
    private record Expected(String path, String counts, String outcome, String notes) {
        static Expected of(String line) {
            String[] columns = line.split("\t", -1);
            return new Expected(
                    columns[0], String.join(" ", List.of(columns).subList(6, 12)), columns[12], columns[13]);
        }

        Set<Signal> signals() {
            EnumSet<Signal> signals = EnumSet.noneOf(Signal.class);
            if (notes.contains("duplicate_ids")) {
                signals.add(Signal.DUPLICATE_ID);
            }
            if (outcome.contains("INTERRUPTED") || notes.endsWith(", INCOMPLETE") || isAborted()) {
                signals.add(Signal.INTERRUPTED);
            }
            if (outcome.contains("evidence only")) {
                signals.add(Signal.EVIDENCE_ONLY);
            }
            return signals;
        }

        /** Its only message is an error: no test failed, whose echo it might be, so it tells of the run. */
        private boolean isAborted() {
            return notes.endsWith("runinfo=['Error']");
        }
    }

    @Test
    void everyRealTraceGivesTheCountsTheOutcomeAndTheSignalsOfTheManifest() throws IOException {
        Path traces = SharedCorpus.require("corpus/traces");
        List<String> differences = new ArrayList<>();
        List<Expected> all = manifest(traces);
        for (Expected expected : all) {
            Optional<Run> run =
                    TraceReader.read(List.of(traces.resolve(expected.path()))).toRun();
            String wanted = expected.counts() + " " + expected.outcome().replaceAll("\\(.*", "");
            String found = counts(run.map(Run::counts).orElse(Counts.NONE)) + " "
                    + run.map(read ->
                                    new RunJudge().judge(read, false, 1).value().word())
                            .orElse("none");
            if (!found.equals(wanted)) {
                differences.add(expected.path() + ": expected " + wanted + " but was " + found);
            }
            Set<Signal> signals = EnumSet.noneOf(Signal.class);
            run.ifPresent(read -> signals.addAll(read.signals()));
            signals.remove(Signal.NO_RESULTS);
            if (!expected.path().startsWith("junit-") && !expected.signals().contains(Signal.DUPLICATE_ID)) {
                signals.remove(Signal.DUPLICATE_ID); // which the counter did not look for in every format
            }
            if (!signals.equals(expected.signals())) {
                differences.add(expected.path() + ": expected " + expected.signals() + " but was " + signals);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(all).hasSizeGreaterThan(120);
    }

    @Test
    void whatIsSpecialAboutARealTraceIsSeen() throws IOException {
        Path traces = SharedCorpus.require("corpus/traces");
        for (Expected expected : manifest(traces)) {
            Optional<Run> run =
                    TraceReader.read(List.of(traces.resolve(expected.path()))).toRun();
            if (expected.notes().contains("suite_level_errors=1")) {
                assertThat(run.orElseThrow().runErrors()).hasSize(1);
            }
            if (expected.notes().contains("summary_only")) {
                assertThat(run.orElseThrow().results()).isEmpty();
                assertThat(run.orElseThrow().declared()).isNotNull();
            }
            if (expected.signals().contains(Signal.INTERRUPTED)) {
                assertThat(run.orElseThrow().scope()).isEqualTo(Scope.INCOMPLETE);
            }
        }
        assertThat(TraceReader.read(List.of(traces.resolve("derived/junit_xxe.xml"))))
                .isInstanceOf(TraceReading.Unreadable.class);
    }

    @Test
    void everyRealFailureHasTheTypeTheMessageAndTheDurationThatADomParserSees() throws IOException {
        Path traces = SharedCorpus.require("corpus/traces");
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Expected expected : manifest(traces)) {
            Path file = traces.resolve(expected.path());
            List<TestResult> results =
                    TraceReader.read(List.of(file)).toRun().map(Run::results).orElse(List.of());
            List<Element> cases = isXml(expected.path()) ? cases(file) : List.of();
            for (int i = 0; i < cases.size() && i < results.size(); i++) {
                Failure failure = results.get(i).failure();
                if (failure != null) {
                    compared++;
                    compare(cases.get(i), results.get(i), failure, expected.path(), differences);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void everyRealFailureOfTheOriginalHarnessIsToldByItsVerdict() throws IOException {
        Path traces = SharedCorpus.require("corpus/traces");
        List<TestResult> red = manifest(traces).stream()
                .filter(expected -> expected.path().startsWith("eagle/"))
                .flatMap(expected -> TraceReader.read(List.of(traces.resolve(expected.path()))).toRun().stream())
                .flatMap(run -> run.results().stream())
                .filter(result -> result.status().isRed())
                .toList();

        assertThat(red).hasSize(5).allSatisfy(result -> {
            Failure failure = result.failure();
            assertThat(failure).isNotNull();
            assertThat(failure == null ? "" : failure.body())
                    .endsWith("FAIL - " + (failure == null ? "" : failure.message()));
            assertThat(failure == null ? "-" : failure.type()).isEmpty();
            assertThat(result.durationMillis()).isEqualTo(-1);
            assertThat(result.test().name()).matches("Test \\d+ \\(\\S.+\\)");
        });
    }

    private static void compare(
            Element test, TestResult result, Failure failure, String path, List<String> differences) {
        String where = path + " " + result.test().name();
        String time = test.getAttribute("time");
        if (time.matches("[0-9.]+") && Math.abs(Double.parseDouble(time) * 1000 - result.durationMillis()) > 0.51) {
            differences.add(where + ": " + time + " s but was " + result.durationMillis() + " ms");
        }
        List<Element> told = Stream.of("error", "failure", "flakyFailure", "flakyError")
                .flatMap(name -> elements(test.getElementsByTagName(name)).stream())
                .toList();
        boolean typed = told.stream()
                .anyMatch(each -> each.getAttribute("type").equals(failure.type())
                        || NO_TYPE.contains(each.getAttribute("type").toLowerCase(java.util.Locale.ROOT)));
        boolean said = told.stream()
                .anyMatch(each -> squeezed(each.getAttribute("message") + " " + each.getTextContent())
                        .contains(squeezed(failure.message())));
        if (!typed || !said) {
            differences.add(where + ": " + failure.type() + ": " + failure.message());
        }
    }

    private static boolean isXml(String path) {
        return path.startsWith("junit-") || path.startsWith("derived/junit_");
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\x1b\\[[0-9;]*m", "")
                .replaceAll("(?m)^E  ? ?", "")
                .replaceAll("\\s+", "");
    }

    private static List<Element> cases(Path file) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return elements(builder.parse(file.toFile()).getElementsByTagName("testcase"));
        } catch (SAXException | IOException e) {
            return List.of(); // what a strict parser refuses is compared by its counts
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<Expected> manifest(Path traces) throws IOException {
        return Files.readAllLines(traces.resolve("MANIFEST.tsv")).stream()
                .skip(1)
                .map(Expected::of)
                .filter(expected -> !expected.counts().startsWith("-"))
                .toList();
    }

    private static String counts(Counts counts) {
        return "%d %d %d %d %d %d"
                .formatted(
                        counts.total(),
                        counts.passed(),
                        counts.failed(),
                        counts.errored(),
                        counts.skipped(),
                        counts.flaky());
    }
}
