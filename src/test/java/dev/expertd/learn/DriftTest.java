package dev.expertd.learn;

import static dev.expertd.learn.Scene.EXPERTISE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.journal.OpenDrift;
import dev.expertd.journal.ReferenceEdit;
import dev.expertd.upkeep.Doubts;
import dev.expertd.upkeep.NamedReferences;
import dev.expertd.upkeep.drift.Drift;
import dev.expertd.upkeep.drift.DriftLook;
import dev.expertd.upkeep.drift.DriftSync;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftTest {
    private static final String HANDLERS = """
            KINDS = {
                "sow": 1,
                "igce": 2,
                "plan": 3,
            }


            def create_document(params, tenant):
                return {"document_id": 1, "status": "ok"}


            def drop(name, force):
                return name
            """;

    private static final String FILE = """
            # Backend expertise

            > **Sources**: `app/handlers.py`

            ## Part 3: Handlers

            ### create_document

            Call `create_document(params, tenant)`; it returns `document_id` and `status`.

            | Handler | Parameters | Line |
            |---|---|---|
            | `drop()` | `(name, force)` | 12 |

            ## Part 5: Kinds of documents

            | Kind | Meaning |
            |---|---|
            | `sow` | statement of work |
            | `igce` | estimate |
            | `plan` | plan |

            ## Part 7: Known Issues and Patterns

            Nothing yet.

            ## Learnings

            ### common_issues

            - `drop(name, force)` was once slow.

            ### tips
            """;

    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
        scene.repo()
                .commit("docs: describe the handlers")
                .with("app/handlers.py", HANDLERS)
                .with(EXPERTISE, FILE)
                .id();
        scene.pass();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatStillHoldsIsNoDrift() throws IOException {
        commit("chore: a comment", HANDLERS + "\n# the end\n");
        assertThat(drift()).isEmpty();
        assertThat(stillOpen()).isEmpty();
    }

    @Test
    void anotherSignatureNamesThePartTheRowAndTheChange() throws IOException {
        String commit = commit("feat: sessions", HANDLERS.replace("params, tenant)", "params, tenant, session)"));
        assertThat(drift()).singleElement().satisfies(drift -> {
            assertThat(drift.kind()).isEqualTo(Drift.Kind.PARAMETERS);
            assertThat(drift.part()).isEqualTo("Part 3: Handlers > create_document");
            assertThat(drift.line()).isEqualTo(9);
            assertThat(drift.words()).isEqualTo("`create_document(params, tenant)` is now `(params, tenant, session)`");
            assertThat(drift.commit()).isEqualTo(commit);
        });
    }

    @Test
    void thePassNotesWhatItsCommitLeftBehindAndTheReportTellsIt() {
        String commit = commit("feat: sessions", HANDLERS.replace("params, tenant)", "params, tenant, session)"));
        assertThat(stillOpen()).extracting(OpenDrift::commit).containsExactly(commit);
        Upkept upkept = Upkept.of(
                scene.journal(),
                scene.journal().acts().latest(scene.repository(), 1).get(0),
                Map.of(),
                Map.of(),
                Set.of());
        assertThat(upkept.drift())
                .extracting(drift -> drift.words().text())
                .containsExactly("`create_document(params, tenant)` is now `(params, tenant, session)`");
    }

    @Test
    void aFindingClosesWhenTheFileIsPutRight() throws IOException {
        commit("feat: sessions", HANDLERS.replace("params, tenant)", "params, tenant, session)"));
        scene.repo()
                .commit("docs: sessions")
                .with(EXPERTISE, FILE.replace("params, tenant)", "params, tenant, session)"))
                .id();
        scene.pass();
        assertThat(stillOpen()).isEmpty();
        assertThat(drift()).isEmpty();
    }

    @Test
    void aFindingClosesWhenTheCodeGoesBack() throws IOException {
        commit("feat: sessions", HANDLERS.replace("params, tenant)", "params, tenant, session)"));
        commit("Take sessions back", HANDLERS);
        assertThat(stillOpen()).isEmpty();
        assertThat(drift()).isEmpty();
    }

    @Test
    void aRowWithParametersOfItsOwnIsCompared() throws IOException {
        commit("feat: no force", HANDLERS.replace("def drop(name, force)", "def drop(name)"));
        assertThat(drift()).extracting(Drift::words).containsExactly("`drop(name, force)` is now `(name)`");
    }

    @Test
    void anotherResultIsTold() throws IOException {
        commit("feat: state", HANDLERS.replace("\"status\": \"ok\"", "\"state\": \"ok\""));
        assertThat(drift())
                .extracting(Drift::words)
                .containsExactly("`create_document()` no longer returns `status` and also returns `state` now");
    }

    @Test
    void whatATableLacksSinceIsTold() throws IOException {
        commit("feat: memos", HANDLERS.replace("    \"plan\": 3,\n", "    \"plan\": 3,\n    \"memo\": 4,\n"));
        assertThat(drift())
                .extracting(Drift::words)
                .containsExactly("`KINDS` in `app/handlers.py` has `memo` now, which the table lacks");
    }

    @Test
    void whatIsGoneIsToldOnceForEachPart() throws IOException {
        commit("refactor: no dropping", HANDLERS.substring(0, HANDLERS.indexOf("\n\ndef drop")) + "\n");
        assertThat(drift()).extracting(Drift::subject).containsExactly("drop()");
        assertThat(stillOpen()).extracting(drift -> drift.subject().text()).contains("drop()");
    }

    @Test
    void lookingAtAllOfThePastKeepsTheJournalInStep() throws IOException {
        commit("feat: sessions", HANDLERS.replace("params, tenant)", "params, tenant, session)"));
        byte[] content = FILE.getBytes(StandardCharsets.UTF_8);
        new DriftSync(scene.checkout()).whole(EXPERTISE, content, drift());
        assertThat(stillOpen()).hasSize(1);
        new DriftSync(scene.checkout()).whole(EXPERTISE, content, List.of());
        assertThat(stillOpen()).isEmpty();
    }

    @Test
    void aReferenceFollowsAndIsPutBackForGood() throws IOException {
        commit("chore: header", "# handlers\n" + HANDLERS);
        assertThat(scene.read()).contains("| `drop()` | `(name, force)` | 13 |");
        List<ReferenceEdit> edits =
                new NamedReferences(scene.checkout(), scene.repo().root()).find(EXPERTISE + ":13");
        assertThat(edits).extracting(ReferenceEdit::after).containsExactly("13");
        assertThat(new Learner(scene.places(), scene.journal(), Scene.drafters(), scene.clock())
                        .undoReferences(scene.repo().root(), edits))
                .isEmpty();
        assertThat(scene.read()).isEqualTo(FILE);
        scene.repo().tick();
        commit("chore: more header", "# handlers\n# more\n" + HANDLERS);
        assertThat(scene.read()).isEqualTo(FILE);
    }

    @Test
    void aCorrectionThatTheNextCommitCarriesIsNoWordOfItsAuthor() throws IOException {
        commit("chore: header", "# handlers\n" + HANDLERS);
        scene.repo()
                .commit("fix: drop without a name\n\n`drop()` crashed with a `KeyError` because batch jobs call it"
                        + " without a name. Return early when `name` is None in `drop()`.")
                .with(
                        "app/handlers.py",
                        "# handlers\n" + HANDLERS.replace("    return name\n", "    return name or 0\n"))
                .with(EXPERTISE, scene.read())
                .id();
        scene.pass();
        assertThat(scene.read()).contains("KeyError");
    }

    @Test
    void whatWasTakenFromTheEndOfAListIsTold() throws IOException {
        commit("feat: plans are gone", HANDLERS.replace("    \"igce\": 2,\n    \"plan\": 3,\n", "    \"igce\": 2\n"));
        assertThat(drift()).extracting(Drift::words).isEqualTo(List.of()); // two members are no list any more
        commit("feat: other plans", HANDLERS.replace("    \"plan\": 3,\n", "    \"plan\": 3,\n    \"memo\": 4\n"));
        assertThat(drift())
                .extracting(Drift::words)
                .containsExactly("`KINDS` in `app/handlers.py` has `memo` now, which the table lacks");
    }

    @Test
    void proseThatOnlySoundsLikeAReferenceIsLeftAlone() throws IOException {
        String prose = FILE.replace(
                "Nothing yet.",
                "`app/handlers.py` keeps rows in the L2 cache behind an L7 balancer, says \"error on line 7\", rejects a"
                        + " file if line 2 has no header; see https://example.org/blob/abc/app/handlers.py#L9 and (was"
                        + " app/handlers.py:9 before).");
        scene.repo().commit("docs: prose").with(EXPERTISE, prose).id();
        scene.pass();
        commit("chore: header", "# one\n# two\n" + HANDLERS);
        assertThat(scene.read()).isEqualTo(prose.replace("| 12 |", "| 14 |"));
    }

    @Test
    void aLineOfManyDotsStopsNobody() throws IOException {
        scene.repo()
                .commit("docs: dots")
                .with(EXPERTISE, FILE.replace("Nothing yet.", "`" + "a.b".repeat(1_200) + "(x)`"))
                .id();
        scene.pass();
        assertThat(drift()).isEmpty();
    }

    @Test
    void whatAStashPutBackIsNobodysWord() throws IOException {
        commit("chore: header", "# handlers\n" + HANDLERS);
        scene.repo().git("checkout", "--", EXPERTISE);
        commit("chore: more header", "# handlers\n# more\n" + HANDLERS);
        new Learner(scene.places(), scene.journal(), Scene.drafters(), scene.clock())
                .fixReferences(scene.repo().root());
        assertThat(scene.read()).contains("| `drop()` | `(name, force)` | 14 |");
    }

    @Test
    void aLineWhoseOnlyNameIsGoneIsMarked() throws IOException {
        scene.repo()
                .commit("fix: drop without a name\n\n`drop()` crashed with a KeyError because batch jobs call it"
                        + " without a name. Return early in `drop()`.")
                .with("app/handlers.py", HANDLERS.replace("    return name\n", "    return name or 0\n"))
                .id();
        scene.pass();
        assertThat(doubts()).isEmpty();
        commit("refactor: no dropping", HANDLERS.substring(0, HANDLERS.indexOf("\n\ndef drop")) + "\n");
        assertThat(doubts())
                .singleElement()
                .satisfies(doubted -> assertThat(doubted.reason().text()).contains("`drop` is gone"));
        String before = scene.read();
        new Doubts(scene.checkout()).afterAll();
        assertThat(scene.read()).isEqualTo(before);
    }

    private List<Doubts.Doubted> doubts() {
        return Doubts.marked(scene.journal(), scene.repository());
    }

    private String commit(String message, String handlers) {
        String id =
                scene.repo().commit(message).with("app/handlers.py", handlers).id();
        scene.pass();
        return id;
    }

    private List<OpenDrift> stillOpen() {
        return scene.journal()
                .drift()
                .open(scene.repository(), scene.repo().root().toString());
    }

    private List<Drift> drift() throws IOException {
        Optional<String> head = scene.checkout().git().head();
        return new DriftLook(scene.checkout().git(), head.orElseThrow())
                .look(EXPERTISE, Files.readAllBytes(scene.repo().root().resolve(EXPERTISE)));
    }
}
