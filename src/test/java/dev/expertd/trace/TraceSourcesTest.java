package dev.expertd.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TraceSourcesTest {
    @TempDir
    private Path outside;

    private Path tree;

    @BeforeEach
    void tree() throws IOException {
        tree = Files.createDirectory(outside.resolve("tree"));
    }

    @Test
    void theUsualPlacesAreKnown() throws IOException {
        files(
                "trace_logs.json",
                "server/trace_logs.json",
                "data/eval/results/latest.json",
                "core/target/surefire-reports/TEST-a.A.xml",
                "web/target/surefire-reports/TEST-b.B.xml",
                "target/failsafe-reports/TEST-c.CIT.xml",
                "app/build/test-results/test/TEST-d.D.xml",
                "reports/junit.xml",
                "client/test-results/results.xml",
                "reports/junit/TEST-e.E.xml",
                "reports/junit/TEST-f.F.xml",
                "target/nextest/ci/junit.xml",
                "src/main/resources/TEST-not.xml",
                "package.json");

        assertThat(names(new TraceSources(tree, List.of())))
                .containsExactlyInAnyOrder(
                        "trace_logs.json 1",
                        "server/trace_logs.json 1",
                        "data/eval/results/latest.json 1",
                        "**/target/surefire-reports/TEST-*.xml 2",
                        "**/target/failsafe-reports/TEST-*.xml 1",
                        "**/build/test-results/**/TEST-*.xml 1",
                        "**/{reports,test-reports,test-results}/**/TEST-*.xml 2",
                        "reports/junit.xml 1",
                        "client/test-results/results.xml 1",
                        "target/nextest/ci/junit.xml 1");
    }

    @Test
    void aReportFolderThatIsIgnoredIsFoundAndNothingElseIsLookedForThere() throws IOException {
        files(
                "target/surefire-reports/TEST-a.A.xml",
                "target/classes/trace_logs.json",
                "dist/trace_logs.json",
                "node_modules/pkg/trace_logs.json",
                "reports/junit.xml");
        Set<String> ignored = Set.of("target", "dist", "reports", "target/surefire-reports");

        assertThat(names(new TraceSources(tree, List.of(), ignored::contains)))
                .containsExactlyInAnyOrder("**/target/surefire-reports/TEST-*.xml 1", "reports/junit.xml 1");
    }

    @Test
    void aConfiguredPatternMayNameAnIgnoredFolder() throws IOException {
        files("out/a/latest.json", "out/b/latest.json", "out/b/other.json");

        assertThat(names(new TraceSources(tree, List.of("out/**/latest.json"), folder -> folder.startsWith("out"))))
                .containsExactly("out/a/latest.json 1", "out/b/latest.json 1");
    }

    @Test
    void twoStarsStandForNoFolderToo() throws IOException {
        files("trace.json", "a/trace.json", "a/b/trace.json");

        assertThat(names(new TraceSources(tree, List.of("**/trace.json")))).hasSize(3);
        assertThat(names(new TraceSources(tree, List.of("a/**/trace.json")))).hasSize(2);
        assertThat(names(new TraceSources(tree, List.of("./a/*.json")))).containsExactly("./a/*.json 1");
        assertThat(names(new TraceSources(tree, List.of("{a,b}/trace.json")))).containsExactly("a/trace.json 1");
    }

    @Test
    void aFileBelongsToTheFirstPatternThatMeansIt() throws IOException {
        files("r/one.xml", "r/two.xml");

        assertThat(names(new TraceSources(tree, List.of("r/two.xml", "r/*.xml"))))
                .containsExactly("r/two.xml 1", "r/*.xml 1");
    }

    @Test
    void anotherRepositoryInsideIsNotLookedInto() throws IOException {
        files("sub/.git", "sub/trace_logs.json", ".git/trace_logs.json");

        assertThat(names(new TraceSources(tree, List.of()))).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsFollowedOnlyInsideTheTree() throws IOException {
        files("data/run-7.json");
        Path secret = Files.writeString(outside.resolve("secret.json"), "{}");
        Files.createSymbolicLink(tree.resolve("data/latest.json"), Path.of("run-7.json"));
        Files.createSymbolicLink(tree.resolve("data/evil.json"), secret);
        Files.createSymbolicLink(tree.resolve("up"), outside);

        assertThat(names(new TraceSources(tree, List.of("data/latest.json", "data/evil.json", "up/*.json"))))
                .containsExactly("data/latest.json 1");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatIsALinkIsFollowedWhereAPatternSpellsItOut() throws IOException {
        files("out/one/r.json");
        Files.createSymbolicLink(tree.resolve("out/now"), Path.of("one"));
        Files.createSymbolicLink(tree.resolve("out/one/up"), Path.of(".."));
        Files.createSymbolicLink(tree.resolve("out/one/away"), outside);
        Files.writeString(outside.resolve("r.json"), "{}");

        assertThat(names(new TraceSources(tree, List.of("out/now/r.json")))).containsExactly("out/now/r.json 1");
        assertThat(names(new TraceSources(tree, List.of("out/*/r.json")))).containsExactly("out/one/r.json 1");
        assertThat(names(new TraceSources(tree, List.of("out/now/away/r.json"))))
                .isEmpty();
        assertThat(new TraceSources(tree, List.of("out/now/r.json")).find().folders())
                .contains(tree.resolve("out"), tree.resolve("out/now"));
    }

    @Test
    void whereATraceMayAppearIsToBeWatchedUpToTheRoot() throws IOException {
        files("app/target/classes/A.class", "data/x.txt", "src/A.java", "lib/reports/junit.xml");

        assertThat(new TraceSources(tree, List.of()).find().folders())
                .contains(
                        tree,
                        tree.resolve("app"),
                        tree.resolve("app/target"),
                        tree.resolve("data"),
                        tree.resolve("lib/reports"))
                .doesNotContain(tree.resolve("src"));
    }

    @Test
    void aPathIsATraceByItsPlaceAlone() {
        TraceSources usual = new TraceSources(tree, List.of());

        assertThat(usual.isTrace("a/b/trace_logs.json")).isTrue();
        assertThat(usual.isTrace("trace_logs.json")).isTrue();
        assertThat(usual.isTrace("reports/junit.xml")).isTrue();
        assertThat(usual.isTrace("src/junit_xml.py")).isFalse();
        assertThat(List.of(
                        "core/TestResults/run.trx",
                        "reports/results.tap",
                        "test-results/go.jsonl",
                        "ctrf/ctrf-report.json",
                        ".report.json",
                        "client/mochawesome-report/mochawesome.json",
                        "reports/jest-results.json",
                        "playwright-report/results.json"))
                .allMatch(usual::isTrace);
        assertThat(List.of("reports/coverage.json", "package.json", "test-results/screenshots/a.png"))
                .noneMatch(usual::isTrace);
    }

    @Test
    void aTreeThatIsGoneHasNone() {
        assertThat(new TraceSources(tree.resolve("gone"), List.of()).find().sources())
                .isEmpty();
    }

    private void files(String... paths) throws IOException {
        for (String path : paths) {
            Path file = tree.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }
    }

    private static List<String> names(TraceSources sources) {
        return sources.find().sources().stream()
                .map(source -> source.name() + " " + source.files().size())
                .toList();
    }
}
