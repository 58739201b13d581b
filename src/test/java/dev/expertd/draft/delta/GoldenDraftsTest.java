package dev.expertd.draft.delta;

import static dev.expertd.draft.delta.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.ActEvidence;
import dev.expertd.model.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Failure, change and message of each {@code cases/*.case} against the drafts at its end. With
 * {@code -Dgolden.write=true} the drafts are written anew, to be read before they are committed.
 */
class GoldenDraftsTest {
    private static final Path CASES = Path.of("src/test/resources/dev/expertd/draft/delta/cases");

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theDraftsAreThoseOfTheFile(Path file) throws IOException {
        String text = Files.readString(file);
        Map<String, String> parts = parts(text);
        List<Draft> drafts = new TestDeltaDrafter().draft(act(parts)).drafts();
        String written = drafts.stream().map(GoldenDraftsTest::line).collect(Collectors.joining("\n"));

        if (Boolean.getBoolean("golden.write")) {
            String head = text.substring(0, text.indexOf("=== drafts\n"));
            Files.writeString(file, head + "=== drafts\n" + written + "\n");
        }
        assertThat(written).isEqualTo(parts(Files.readString(file)).get("drafts"));
        assertThat(drafts).allSatisfy(draft -> {
            assertThat(draft.statement().length() + draft.detail().length()).isBetween(40, FixLine.LONGEST);
            assertThat(draft.statement()).doesNotContain("\n", ": ");
            assertThat(draft.statement().chars().filter(c -> c == '`').count()).isEven();
            assertThat(draft.detail().chars().filter(c -> c == '`').count()).isEven();
        });
    }

    private static ActEvidence act(Map<String, String> parts) {
        String[] test = part(parts, "test").split("\n", -1);
        return evidence()
                .fixed(test[0], test[1], part(parts, "type"), part(parts, "message"), part(parts, "body"))
                .change(part(parts, "path"), part(parts, "before") + "\n", part(parts, "after") + "\n")
                .commit(part(parts, "commit"))
                .build();
    }

    private static String line(Draft draft) {
        String score = String.format(Locale.ROOT, "%.1f", draft.score());
        return draft.section().heading() + " " + score + "\n" + draft.statement() + ": " + draft.detail();
    }

    private static String part(Map<String, String> parts, String name) {
        return parts.getOrDefault(name, "");
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : ("\n" + text).split("\n=== ", -1)) {
            int line = part.indexOf('\n');
            if (line > 0) {
                String body = part.substring(line + 1);
                parts.put(part.substring(0, line), body.endsWith("\n") ? body.substring(0, body.length() - 1) : body);
            }
        }
        return parts;
    }
}
