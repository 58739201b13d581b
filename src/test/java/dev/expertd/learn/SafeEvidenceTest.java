package dev.expertd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.config.SettingsSource;
import dev.expertd.git.GitFixture;
import dev.expertd.io.Places;
import dev.expertd.journal.Journal;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.redact.PlantedSecrets;
import dev.expertd.upkeep.Checkout;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeEvidenceTest {
    private static final FileChange CHANGE = new FileChange(FileChange.Kind.MODIFIED, "a.py", "a.py");

    @TempDir
    private Path folder;

    @Test
    void secretsGoFromTheLinesThatWereEditedAndEveryLineKeepsItsNumber() throws Exception {
        GitFixture repo = GitFixture.init(folder.resolve("shop"));
        repo.commit("Import").touching("a.py").id();
        Places places = new Places(folder.resolve("config"), folder.resolve("state"), folder.resolve("data"));
        places.make();
        try (Journal journal = Journal.open(places.journal());
                Checkout checkout = Checkout.open(
                        repo.root(), SettingsSource.asWritten(places.userSettings()), journal, Clock.systemUTC())) {
            SafeEvidence evidence = new SafeEvidence(new Site(checkout));
            PlantedSecrets.all(5).forEach(planted -> {
                String after = "one\ntwo\nx = '" + planted.text() + "'\ny\nfive\nsix\n-----BEGIN PRIVATE "
                        + "KEY-----\n" + "MIIEpAIBAAKCAQEA7bq3\n".repeat(3) + "-----END PRIVATE " + "KEY-----\nlast\n";
                FileDiff safe = evidence.safe(new FileDiff(
                        CHANGE,
                        "one\n",
                        after,
                        List.of(new FileDiff.Edit(1, 1, 2, 4), new FileDiff.Edit(1, 1, 6, 11))));
                List<String> lines = safe.after().lines().toList();
                assertThat(safe.after()).as(planted.kind()).doesNotContain(planted.secret(), "MIIE");
                assertThat(lines).hasSize(12).startsWith("one", "two").endsWith("last");
                assertThat(lines.subList(3, 6)).containsExactly("y", "five", "six");
            });
            FileDiff plain = new FileDiff(CHANGE, "a", "b", List.of(new FileDiff.Edit(0, 1, 0, 1)));
            assertThat(evidence.safe(plain)).isSameAs(plain);
        }
    }
}
