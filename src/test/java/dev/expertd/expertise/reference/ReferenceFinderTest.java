package dev.expertd.expertise.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.SharedCorpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFinderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "see `app/orders.py:12`; 12",
                "see `app/orders.py:12-34`; 12-34",
                "see app/orders.py#L12-L34 there; 12-L34",
                "see `app/orders.py#L12`; 12",
                "`total()` (~line 681); 681",
                "`total` (line 7); 7",
                "emitted at the end (lines 187-195); 187-195",
                "**Location:** `app/orders.py`, lines 3-5; 3-5",
                "### TOTALS (~line 124); 124",
                "### total (app/orders.py:4-9); 4-9",
                "`total` in L44; 44"
            })
    void aNumberIsFoundWhereItStands(String line, String text) {
        assertThat(lines(line)).singleElement().satisfies(found -> {
            assertThat(found.text()).isEqualTo(text);
            assertThat(found.start()).isEqualTo(line.lastIndexOf(text));
        });
    }

    @Test
    void aDashOfTypographersIsThreeBytesLong() {
        assertThat(lines("`total`, lines 12\u201334")).singleElement().satisfies(found -> {
            assertThat(found.first()).isEqualTo(12);
            assertThat(found.last()).isEqualTo(34);
            assertThat(found.text()).hasSize(7);
        });
    }

    @Test
    void severalLinesBehindOneWordAreSeveralReferences() {
        assertThat(lines("`total` (lines 12, 15-18 and 40)").stream().map(Reference::text))
                .containsExactly("12", "15-18", "40");
    }

    @Test
    void theColumnThatIsHeadedSoHoldsLineNumbers() {
        String table = "| Function | ~Line | Calls |\n|---|---:|---|\n| `total` | 12 | 40 |\n| name | ~99 | 7 |\n";
        assertThat(lines(table).stream()
                        .map(found -> found.text() + " " + found.symbols().get(0)))
                .containsExactly("12 total", "99 name");
    }

    @Test
    void aColumnOfLinesMayHoldSizes() {
        String table = "| File | Lines |\n|---|---|\n| app/orders.py | 120 |\n";
        assertThat(lines(table)).singleElement().extracting(Reference::strength).isEqualTo(Reference.Strength.WEAK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs on node:20-alpine",
                "at localhost:3000 it listens",
                "`arn:aws:iam::123456789012:role/x`",
                "keeps `text[:500]` of it",
                "at 12:30 or 2026-01-01T09:15:00",
                "FROM python:3.11-slim",
                "version 4.0.0 and v1.2",
                "https://example.org/app/orders.py:12 tells",
                "uvicorn app.main:app",
                "grew by 95% in 3 lines",
                "cap at 4000 chars",
                "one line item, 40 items",
                "```\n12:30 app/orders.py:44 failed\n```",
                "~~~\nlines 3-5\n~~~",
                "---\nlines: 12-14\n---",
                "baseline 40 and pipeline 7",
                "lines 9-3",
                "line 0"
            })
    void whatOnlyLooksLikeANumberOfALineIsNone(String text) {
        assertThat(lines(text)).isEmpty();
    }

    @Test
    void pathsFoldersAndCallsAreFound() {
        String text = """
                In `app/orders.py` and docs/how-to/ the `total()` of Dockerfile and client/[id]/page.tsx
                ```
                app/
                \u251c\u2500\u2500 other.py  # more
                ```
                """;
        assertThat(find(text).stream().map(found -> found.kind() + " " + found.text()))
                .containsExactly(
                        "PATH app/orders.py",
                        "PATH docs/how-to/",
                        "PATH Dockerfile",
                        "PATH client/[id]/page.tsx",
                        "SYMBOL total",
                        "PATH other.py");
    }

    @Test
    @Timeout(10)
    void hostileLinesTakeNoTime() {
        for (String unit :
                List.of("a/", "a.", "[", "`", "(x)/", "line 1-", "|", "\u00e9", "a.py:1", "*/", "1, ", "_a")) {
            find("lines 1, " + unit.repeat(100_000) + "\n" + (unit.repeat(1_500) + "\n").repeat(20));
        }
    }

    @Test
    void ofTooManyTheFirstAreFound() {
        assertThat(find("- `total` in app/orders.py:12\n".repeat(9_000))).hasSizeBetween(5_000, 5_001);
    }

    @Test
    void theNumbersOfRealFilesAreFound() throws IOException {
        String front = "gblack686__sample-multi-tenant-agent-core-app__frontend.md";
        assertThat(numbersOf(front))
                .containsExactly(
                        "659", "681", "28", "681", "659", "124", "147", "167", "172", "306", "124", "28", "681", "306");
        assertThat(numbersOf("gblack686__sample-multi-tenant-agent-core-app__sse.md"))
                .containsExactly("1455", "1646", "187-195");
        assertThat(numbersOf("gblack686__sample-multi-tenant-agent-core-app__claude-sdk.md"))
                .containsExactly("297-320", "138-272", "313-381");
        for (String none : List.of("aws", "backend", "deployment", "hooks", "template")) {
            assertThat(numbersOf("gblack686__sample-multi-tenant-agent-core-app__" + none + ".md"))
                    .isEmpty();
        }
        assertThat(numbersOf("ClickHouse__ClickHouse__learnings.md")).isEmpty();
    }

    private static List<String> numbersOf(String name) throws IOException {
        byte[] content =
                Files.readAllBytes(SharedCorpus.require("corpus/expertise").resolve(name));
        return ReferenceFinder.find(content).stream()
                .filter(found -> found.kind() == Reference.Kind.LINES)
                .map(Reference::text)
                .toList();
    }

    private static List<Reference> lines(String text) {
        return find(text).stream()
                .filter(found -> found.kind() == Reference.Kind.LINES)
                .toList();
    }

    private static List<Reference> find(String text) {
        return ReferenceFinder.find(text.getBytes(StandardCharsets.UTF_8));
    }
}
