package dev.expertd.draft.delta;

import static dev.expertd.draft.delta.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.curate.Curator;
import dev.expertd.model.Draft;
import dev.expertd.model.Drafting;
import dev.expertd.model.Section;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A red test that a setting alone turned green. */
class SettingRepairTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conf/pool.yml | db:\\n  read_timeout: 5\\n  size: 9\\n | db:\\n  read_timeout: 30\\n  size: 9\\n",
                "conf/pool.json | {\"db\": {\\n  \"read_timeout\": 5,\\n  \"size\": 9}}\\n | {\"db\": {\\n  \"read_timeout\": 30,\\n  \"size\": 9}}\\n",
                "conf/pool.toml | [db]\\nread_timeout = 5\\nsize = 9\\n | [db]\\nread_timeout = 30\\nsize = 9\\n"
            })
    void isToldWithItsOldAndItsNewValue(String path, String before, String after) {
        Draft draft = only(before, after, path);

        assertThat(draft.section()).isEqualTo(Section.COMMON_ISSUES);
        assertThat(draft.statement()).isEqualTo("`test_load` fails with `TimeoutError` \"read timeout after 5 s\"");
        assertThat(draft.detail())
                .isEqualTo(
                        "set `db.read_timeout` to `30`, not `5`, in `" + path.substring(path.indexOf('/') + 1) + "`");
        assertThat(draft.evidence().files()).containsExactly(path);
    }

    @Test
    void isSureOnlyIfTheFailureSpeaksOfIt() {
        assertThat(only("read_timeout: 5\n", "read_timeout: 30\n", "a/b.yml").score())
                .isLessThan(Curator.SURE);
        assertThat(only("timeout: 5\n", "timeout: 30\n", "a/b.yml").score()).isGreaterThan(Curator.SURE);
    }

    @Test
    void aKeyThatIsNewOrGoneIsToldAsSuch() {
        assertThat(only("a: 1\n", "a: 1\nretries: 3\n", "a/b.yml").detail())
                .isEqualTo("set `retries` to `3` in `b.yml`");
        assertThat(only("a: 1\nretries: 3\n", "a: 1\n", "a/b.yml").detail()).isEqualTo("remove `retries` in `b.yml`");
    }

    @Test
    void manySettingsAtOnceAndAReleaseSayNothing() {
        assertThat(drafting("a: 1\nb: 1\nc: 1\nd: 1\n", "a: 2\nb: 2\nc: 2\nd: 2\n", "a/b.yml")
                        .drafts())
                .isEmpty();
        Drafting release = drafting("version: 1.0\n", "version: 1.1\n", "a/b.yml");
        assertThat(release.drafts()).isEmpty();
        assertThat(release.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("nor a setting"));
    }

    @Test
    void isNotCreditedWhereSourceCodeChangedToo() {
        List<Draft> drafts = new TestDeltaDrafter()
                .draft(evidence()
                        .fixed("tests/test_pool.py", "test_load", "TimeoutError", "read timeout after 5 s", "")
                        .change("conf/pool.yml", "timeout: 5\n", "timeout: 30\n")
                        .change("pool.py", "def load():\n    return 1\n", "def load():\n    return 2\n")
                        .commit("Mend")
                        .build())
                .drafts();

        assertThat(drafts.get(0).detail()).contains("`load`").doesNotContain("timeout");
    }

    private static Draft only(String before, String after, String path) {
        List<Draft> drafts = drafting(before, after, path).drafts();
        assertThat(drafts).hasSize(1);
        return drafts.get(0);
    }

    private static Drafting drafting(String before, String after, String path) {
        return new TestDeltaDrafter()
                .draft(evidence()
                        .fixed("tests/test_pool.py", "test_load", "TimeoutError", "read timeout after 5 s", "")
                        .change(path, before.replace("\\n", "\n"), after.replace("\\n", "\n"))
                        .commit("Mend")
                        .build());
    }
}
