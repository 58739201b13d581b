package dev.expertd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.curate.route.Routing;
import dev.expertd.model.Draft;
import dev.expertd.model.Evidence;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.Origin;
import dev.expertd.model.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpertChoiceTest {
    private static final ExpertView BACKEND = view("backend", "Uses `session_store` and `load_data`.");
    private static final ExpertView AWS = view("aws", "The stack has `TableGrant` and `load_data`.");

    private static ExpertView view(String name, String text) {
        return new ExpertView(
                new Expert(name, "experts/" + name + ".md", Expert.Format.SECTIONS, List.of()), Map.of(), text);
    }

    private static String chosen(double second, String... symbols) {
        Routing routing = new Routing(List.of(
                new Routing.Share(BACKEND.expert(), 4, List.of()), new Routing.Share(AWS.expert(), second, List.of())));
        Draft draft = new Draft(
                Origin.MESSAGE, Section.TIPS, "something", "", 5, LocalDate.EPOCH, Set.of(symbols), Evidence.NONE);
        return ExpertChoice.of(routing, List.of(AWS, BACKEND))
                .orElseThrow()
                .of(draft)
                .expert()
                .name();
    }

    @Test
    void aDraftGoesToThePrimaryExpert() {
        assertThat(chosen(3, "session_store")).isEqualTo("backend");
        assertThat(chosen(3)).isEqualTo("backend");
    }

    @Test
    void aDraftThatNamesTheSecondExpertsOwnSymbolGoesThere() {
        assertThat(chosen(3, "TableGrant")).isEqualTo("aws");
    }

    @Test
    void aSymbolOfBothOrAPartOfOneLeadsNobodyAway() {
        assertThat(chosen(3, "load_data")).isEqualTo("backend");
        assertThat(chosen(3, "TableGrant", "session_store")).isEqualTo("backend");
        assertThat(chosen(3, "Table")).isEqualTo("backend");
    }

    @Test
    void belowTheMarginThereIsNoSecond() {
        assertThat(chosen(1, "TableGrant")).isEqualTo("backend");
    }
}
