package dev.expertd.draft.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.expertd.SharedCorpus;
import dev.expertd.model.ActEvidence;
import dev.expertd.model.Commit;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.Draft;
import dev.expertd.model.FileChange;
import dev.expertd.model.Outcome;
import dev.expertd.model.OutcomeValue;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Real commits: those whose message states a cause are drafted, the others are silent. */
class MessageCorpusTest {
    @Test
    void commitsWithoutACauseAreSilentAndNearlyAllOthersAreDrafted() throws IOException {
        List<String> noise = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (String line : Files.readAllLines(SharedCorpus.require("corpus/commits.jsonl"))) {
            JsonNode json = new ObjectMapper().readTree(line);
            List<Draft> drafts = drafts(json);
            assertThat(drafts).hasSizeLessThanOrEqualTo(3);
            if (json.get("expect").asText().equals("draft")) {
                if (drafts.isEmpty()) {
                    missed.add(json.get("id").asText());
                }
            } else {
                drafts.forEach(draft -> noise.add(json.get("id").asText() + " " + draft.statement()));
            }
            if (System.getenv("EXPERTD_SHOW") != null) {
                System.out.println("== " + json.get("id").asText() + " "
                        + json.get("expect").asText());
                drafts.forEach(draft -> System.out.printf(
                        "   %.1f %s | %s | %s%n", draft.score(), draft.section(), draft.statement(), draft.detail()));
            }
        }
        assertThat(noise).isEmpty();
        assertThat(missed).hasSizeLessThanOrEqualTo(2);
    }

    private static List<Draft> drafts(JsonNode json) {
        List<FileChange> files = new ArrayList<>();
        json.get("files")
                .forEach(file -> files.add(new FileChange(
                        FileChange.Kind.MODIFIED,
                        file.get("path").asText(),
                        file.get("path").asText())));
        Commit commit = new Commit(
                json.get("id").asText(),
                List.of("p"),
                "a@example.com",
                OffsetDateTime.parse(json.get("author_date").asText()),
                Instant.EPOCH,
                json.get("message").asText(),
                files);
        ActEvidence act = new ActEvidence(
                List.of(new CommitEvidence(commit, change -> Optional.empty())),
                List.of(),
                "",
                new Outcome(OutcomeValue.NONE, "no run", Set.of(), 1),
                LocalDate.EPOCH);
        return new MessageDrafter().draft(act).drafts();
    }
}
