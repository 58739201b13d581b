package dev.expertd.draft.delta;

import static dev.expertd.draft.delta.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.curate.Curator;
import dev.expertd.model.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How sure a draft is when the stack went through other code than the one that changed. */
class ElsewhereTest {
    private static final String BEFORE = "def rows(limit):\n    return list(range(limit))\n";
    private static final String AFTER = "def rows(limit):\n    return [i for i in range(limit)]\n";
    private static final String IN_MAIL = """
              File "tests/test_mail.py", line 3, in test_send
              File "server/app/mail.py", line 2, in send
            AssertionError: assert False
            """;
    private static final String IN_TEST = """
              File "tests/test_mail.py", line 3, in test_send
              File "/usr/lib/python3/site-packages/pytest/raises.py", line 9, in check
            AssertionError: assert False
            """;

    @Test
    void workThatClaimsNoRepairAndWhoseCodeTheFailureDidNotTouchWaitsForAPerson() {
        assertThat(repaired("refactor: rows", IN_MAIL).score()).isLessThan(Curator.SURE);
        assertThat(repaired("refactor: rows", IN_TEST).score()).isGreaterThanOrEqualTo(Curator.SURE);
        assertThat(repaired("Fix rows", IN_MAIL).score()).isGreaterThanOrEqualTo(Curator.SURE);
    }

    @Test
    void aChangeThatTheFailureDidNotTouchIsOnlyDoubted() {
        assertThat(broken(IN_MAIL).score()).isEqualTo(Draft.DOUBTED);
        assertThat(broken(IN_TEST).score()).isGreaterThan(Curator.SURE);
        assertThat(broken(IN_MAIL.replace("mail.py", "store.py")).score()).isGreaterThan(Curator.SURE);
    }

    private static Draft repaired(String message, String stack) {
        return first(new TestDeltaDrafter()
                .draft(evidence()
                        .fixed("tests/test_mail.py", "test_send", "AssertionError", "assert False", stack)
                        .change("server/app/store.py", BEFORE, AFTER)
                        .commit(message)
                        .build())
                .drafts());
    }

    private static Draft broken(String stack) {
        return first(new RegressionDrafter()
                .draft(evidence()
                        .broken("tests/test_mail.py", "test_send", "AssertionError", "assert False", stack)
                        .change("server/app/store.py", BEFORE, AFTER)
                        .commit("wip")
                        .build())
                .drafts());
    }

    private static Draft first(List<Draft> drafts) {
        assertThat(drafts).isNotEmpty();
        return drafts.get(0);
    }
}
