package dev.expertd.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.expertd.SharedCorpus;
import dev.expertd.model.Failure;
import dev.expertd.model.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
    private static final TestCase TEST = new TestCase("1", "adds up", "Cart", "");

    @Test
    void everyVectorGivesItsKeyItsExceptionAndItsMaskedText() throws IOException {
        Path vectors = SharedCorpus.require("corpus/fingerprints.tsv");
        ObjectMapper json = new ObjectMapper();
        List<String> differences = new ArrayList<>();
        List<String> lines = Files.readAllLines(vectors);
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            Failure failure = new Failure(
                    json.readTree(columns[2]).asText(),
                    json.readTree(columns[6]).asText(),
                    "");
            Fingerprint print =
                    Fingerprint.of(failure, json.readTree(columns[1]).asText());
            Fingerprint expected = new Fingerprint(
                    columns[3], columns[4], json.readTree(columns[5]).asText());
            if (!print.equals(expected)) {
                differences.add(expected + " but was " + print);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(lines).hasSizeGreaterThan(80);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "port 8080 refused                              | port {n} refused",
                "GET https://api.internal/v1/users?id=7 failed  | GET {url} failed",
                "user 6f1c2a34-0b1d-4e5f-8a9b-0c1d2e3f4a5b gone | user {uuid} gone",
                "at 2026-02-10T00:15:13.292579+00:00 it broke   | at {time} it broke",
                "no such file /home/ann/app/data/seed.json      | no such file seed.json",
                "cannot open C:\\Users\\ann\\app\\seed.json     | cannot open seed.json",
                "parser.py:12:7: bad token                      | parser.py: bad token",
                "object Foo@1a2b3c4d at 0x7ffde000              | object Foo{hex} at {hex}",
                "commit 0b15bad9d77d is unknown                 | commit {hex} is unknown",
                "took 5000ms and 1.5 GB                         | took {qty} and {qty}",
                "peer 10.0.0.17:5432 closed                     | peer {ip} closed",
                "bucket eagle7x9kq2 is missing                  | bucket {id} is missing",
                "status 404 after 3 tries                       | status 404 after {n} tries",
                "killed by signal 9, exit code 137              | killed by signal 9, exit code 137",
                "error TS2322 and ECONNREFUSED                  | error TS2322 and ECONNREFUSED"
            })
    void whatDiffersFromRunToRunIsMaskedAndCodesAreKept(String message, String masked) {
        assertThat(Fingerprint.of(new Failure("", message, ""), TEST).masked()).isEqualTo(masked);
    }

    @Test
    void aFailureThatSaysNothingNeverMeetsAnotherTests() {
        Failure silent = new Failure("java.lang.AssertionError", "", "");

        Fingerprint one = Fingerprint.of(silent, TEST);
        Fingerprint sameNameElsewhere = Fingerprint.of(silent, new TestCase("2", "adds up", "Order", ""));

        assertThat(one.key()).isNotEqualTo(sameNameElsewhere.key());
    }

    @Test
    void aFailureThatSaysNothingIsToldByItsPlaceWhateverTheLine() {
        String stack = "\tat org.junit.Assert.fail(Assert.java:86)\n\tat app.CartTest.check(CartTest.java:%d)\n";

        Fingerprint before = Fingerprint.of(new Failure("AssertionError", "failed", stack.formatted(12)), TEST);
        Fingerprint after = Fingerprint.of(new Failure("AssertionError", "failed", stack.formatted(57)), TEST);

        assertThat(before).isEqualTo(after);
        assertThat(before.masked()).isEqualTo("failed @CartTest.java#check");
    }

    @Test
    void theInnermostFrameOfTheRepositoryIsThePlaceInPython() {
        String body = """
                File "/usr/lib/python3.11/unittest/case.py", line 57, in run
                File "/srv/app/tests/test_cart.py", line 9, in test_total
                File "/srv/app/cart.py", line 31, in total
                """;

        assertThat(Fingerprint.of(new Failure("AssertionError", "", body), "t").masked())
                .endsWith("@cart.py#total");
    }

    @Test
    void theTypesPackageDoesNotMatter() {
        Failure one = new Failure("org.opentest4j.AssertionFailedError", "expected 1", "");
        Failure other = new Failure("junit.framework.AssertionFailedError", "expected 1", "");

        assertThat(Fingerprint.of(one, TEST)).isEqualTo(Fingerprint.of(other, TEST));
    }

    @Test
    void hostileTextsAreReadInLinearTime() {
        for (String unit : List.of(
                "a/", "/a", "E   x", "1.", "ab1", "aA1+", "http://", "C:\\a", "a.py:1:", "[", "\u001b[", "(", " ")) {
            Failure failure = new Failure("", unit.repeat(100_000), unit.repeat(100_000));
            assertThat(Fingerprint.of(failure, TEST).masked()).hasSizeLessThanOrEqualTo(300);
            assertThat(Headline.of(failure)).hasSizeLessThanOrEqualTo(160);
        }
    }
}
