package dev.expertd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoChangeTest {
    private static final String DISPATCH = "app/orders.py";
    private static final String SCHEMAS = "app/schemas.py";

    @TempDir
    private Path folder;

    private Scene scene;
    private final List<String> dispatched = new ArrayList<>();
    private final List<String> described = new ArrayList<>();

    @BeforeEach
    void twoPlacesThatNameTheTools() throws IOException {
        scene = Scene.in(folder);
        commit("feat: add the first tools", List.of("find_order"), List.of("find_order"));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aNameThatWasForgottenWhereItsSistersStandIsALessonOnceTheHabitIsKnown() {
        commit("feat: let orders be cancelled", List.of("cancel_order"), List.of("cancel_order"));
        commit("feat: let orders be tracked", List.of("track_order"), List.of("track_order"));
        commit("feat: let orders be refunded", List.of("refund_order"), List.of());
        commit("fix: refunds are offered", List.of(), List.of("refund_order"));
        scene.pass();

        assertThat(scene.lines())
                .singleElement()
                .asString()
                .startsWith("- Don't add a name to `TOOL_DISPATCH` in `orders.py` only: add it to `TOOL_SCHEMAS` in"
                        + " `schemas.py` as well (reason: `refund_order` was added to the first alone");
    }

    @Test
    void theSameMistakeAgainIsKnown() {
        aNameThatWasForgottenWhereItsSistersStandIsALessonOnceTheHabitIsKnown();
        commit("feat: let orders be split", List.of("split_order"), List.of());
        commit("fix: splitting is offered", List.of(), List.of("split_order"));
        scene.pass();

        assertThat(scene.lines()).hasSize(1);
    }

    @Test
    void twoPlacesOfOneFileBelongTogetherAsWell() {
        both("feat: let orders be cancelled", "cancel_order", true);
        both("feat: let orders be tracked", "track_order", true);
        both("feat: let orders be refunded", "refund_order", false);
        described.add("refund_order");
        scene.repo()
                .commit("fix: refunds were missing from the schemas")
                .with(DISPATCH, dispatch() + schemas())
                .id();
        scene.pass();

        assertThat(scene.lines())
                .singleElement()
                .asString()
                .startsWith("- Don't add a name to `TOOL_DISPATCH` only: add it to `TOOL_SCHEMAS` as well");
    }

    @Test
    void oneCommitThatChangedBothIsNoHabit() {
        commit("feat: let orders be refunded", List.of("refund_order"), List.of());
        commit("fix: refunds are offered", List.of(), List.of("refund_order"));
        scene.pass();

        assertThat(scene.lines()).isEmpty();
    }

    @Test
    void placesThatMostlyGetNamesAloneDoNotBelongTogether() {
        commit("feat: let orders be cancelled", List.of("cancel_order"), List.of("cancel_order"));
        for (String name : List.of("sort_order", "hide_order", "show_order")) {
            commit("feat: internal " + name, List.of(name), List.of());
        }
        commit("feat: let orders be refunded", List.of("refund_order"), List.of());
        commit("fix: refunds are offered", List.of(), List.of("refund_order"));
        scene.pass();

        assertThat(scene.lines()).isEmpty();
    }

    @Test
    void workThatGoesOnIsNoRepair() {
        commit("feat: let orders be cancelled", List.of("cancel_order"), List.of("cancel_order"));
        commit("feat: let orders be tracked", List.of("track_order"), List.of("track_order"));
        commit("feat: let orders be refunded", List.of("refund_order"), List.of());
        commit("feat: offer refunds to the model", List.of(), List.of("refund_order"));
        scene.pass();

        assertThat(scene.lines()).isEmpty();
    }

    private void commit(String message, List<String> toDispatch, List<String> toSchemas) {
        dispatched.addAll(toDispatch);
        described.addAll(toSchemas);
        scene.repo()
                .commit(message)
                .with(DISPATCH, dispatch())
                .with(SCHEMAS, schemas())
                .id();
    }

    private void both(String message, String name, boolean all) {
        dispatched.add(name);
        if (all) {
            described.add(name);
        }
        scene.repo().commit(message).with(DISPATCH, dispatch() + schemas()).id();
    }

    private String dispatch() {
        return "TOOL_DISPATCH = {\n" + lines(dispatched, "    \"%s\": handle,\n") + "}\n\n\n";
    }

    private String schemas() {
        return "TOOL_SCHEMAS = [\n" + lines(described, "    {\"name\": \"%s\"},\n") + "]\n";
    }

    private static String lines(List<String> names, String form) {
        StringBuilder lines = new StringBuilder();
        names.forEach(name -> lines.append(String.format(form, name)));
        return lines.toString();
    }
}
