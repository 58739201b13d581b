package dev.expertd.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Draft;
import dev.expertd.model.Evidence;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.Origin;
import dev.expertd.model.Section;
import dev.expertd.redact.Redactor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionTest {
    private static final Expert EXPERT = new Expert("backend", "expertise.md", Expert.Format.SECTIONS, List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Don't use `read_all` in batch jobs; use `read_page` | Use `read_all` in batch jobs",
                "Call `open_pool` instead of `connect` in workers | Call `connect` instead of `open_pool` in workers",
                "Never pass `session` to `create_document` in jobs | Always pass `session` to `create_document` in jobs",
                "`load` raised `KeyError` on unknown keys: use `row.get` | `load` returned stale rows on unknown keys because `row.get` hides them: use `row.at`",
                "Jobs time out on large tables. Fix: use `stream()` | Avoid `stream()` for large tables, jobs time out",
            })
    void whatOneForbidsAndTheOtherRecommendsGoesToAPersonInWhateverSection(String known, String line) {
        assertThat(decide(known, line))
                .isInstanceOfSatisfying(
                        Decision.Held.class, held -> assertThat(held.reason()).startsWith("contradicts: "));
        assertThat(decide(line, known)).isInstanceOf(Decision.Held.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Don't use `read_all` in batch jobs; use `read_page` | Use `read_page` for exports; it keeps memory low",
                "Don't call `close` twice on one socket | Call `close` when the tenant's quota is exhausted",
                "`load` raised `KeyError` on unknown keys: use `row.get` | `load` was slow on unknown keys because `row.get` logs: pass `quiet` to `row.get`",
                "Use `read_page` in batch jobs | Use `write_page` in batch jobs of tenants"
            })
    void twoLinesOfOneMindOrOfTwoMattersContradictNothing(String known, String line) {
        assertThat(decide(known, line)).isNotInstanceOf(Decision.Held.class);
    }

    private static Decision decide(String known, String line) {
        String padded = line + "; `worker.py` (component: store, discovered: 2026-01-01)";
        Draft draft = new Draft(
                Origin.MESSAGE, Section.COMMON_ISSUES, padded, "", 5, LocalDate.EPOCH, Set.of(), Evidence.NONE);
        Desk desk = new Desk(
                List.of(new ExpertView(EXPERT, Map.of(Section.TIPS, List.of(known)), "")),
                List.of(),
                Map.of(),
                padded,
                true);
        return new Curator(new Curator.Limits(3, 5, false, Set.of()), new Redactor())
                .curate(List.of(new Candidate(draft, EXPERT, "store", padded)), desk)
                .get(0);
    }
}
