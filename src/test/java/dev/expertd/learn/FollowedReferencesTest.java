package dev.expertd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.learn.MadeSource.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two hundred references and a hundred commits that insert, delete, move and rename. The test knows by itself where each
 * line went, and holds what was rewritten against it.
 */
class FollowedReferencesTest {
    private static final int COMMITS = 100;
    private static final List<String> FOLDERS = List.of("app/stores/", "app/routes/", "server/core/");

    @TempDir
    Path folder;

    private final List<MadeSource> sources = new ArrayList<>();
    private Map<String, String> onDisk = Map.of();

    /** The pass looks after so many commits. */
    @ParameterizedTest
    @ValueSource(ints = {10, 25})
    void whatIsCertainIsRightAfterEachLookAndInTheEnd(int stride) throws IOException {
        Random random = new Random(stride);
        make(random);
        MadeReferences made = new MadeReferences(sources, random);
        assertThat(made.references).hasSizeGreaterThan(200);
        try (Scene scene = Scene.in(folder)) {
            String original = made.text();
            scene.repo().write(Scene.EXPERTISE, original);
            commit(scene, "Describe the code");
            scene.pass();
            MadeMoves moves = new MadeMoves(sources, random);
            String followed = original;
            Set<MadeReferences.Lines> strayed = new HashSet<>();
            for (int i = 1; i <= COMMITS; i++) {
                moves.some();
                made.references.stream().filter(each -> !each.isAlive()).forEach(strayed::add);
                commit(scene, "Step " + i);
                if (i % stride == 0) {
                    scene.pass();
                    assertThat(rewrittenWrongly(made, followed, scene.read())).isEmpty();
                    followed = scene.read();
                }
            }

            scene.repo().write(Scene.EXPERTISE, original);
            Verdicts verdicts = Verdicts.of(scene.repo(), made, original);
            assertThat(verdicts.wrong()).isEmpty();
            assertThat(verdicts.undecided()).hasSizeLessThan(made.references.size() / 10);
            assertThat(verdicts.lost()).hasSizeLessThan(made.references.size() / 10);

            fix(scene);
            String fixed = scene.read();
            assertThat(rewrittenWrongly(made, original, fixed)).isEmpty();
            fix(scene);
            assertThat(differences(made.references, scene.read(), fixed)).isEmpty();
            List<MadeReferences.Lines> stayed = verdicts.settled().stream()
                    .filter(each -> !strayed.contains(each))
                    .toList();
            assertThat(differences(stayed, fixed, followed)).isEmpty();
        }
    }

    @Tag("at-length")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void soItIsHoweverOftenThePassLooks(int stride) throws IOException {
        whatIsCertainIsRightAfterEachLookAndInTheEnd(stride);
    }

    private void make(Random random) {
        int serial = 0;
        Dialect[] dialects = Dialect.values();
        for (int i = 0; i < 10; i++) {
            Dialect dialect = dialects[i % dialects.length];
            MadeSource source = new MadeSource(
                    dialect, FOLDERS.get(i % FOLDERS.size()) + "file_" + i + "." + dialect.ending, "File" + i);
            for (int block = 0; block < 16; block++) {
                source.addFunction("handle_" + ++serial, random);
            }
            source.addConstant("MAX_" + ++serial);
            source.addType("Store" + i, List.of("get", "put_" + i), random);
            source.addType("Cache" + i, List.of("get", "drop_" + i), random);
            sources.add(source);
        }
    }

    private void commit(Scene scene, String message) throws IOException {
        Map<String, String> now = new HashMap<>();
        sources.forEach(source -> now.put(source.path, source.text()));
        for (String path : onDisk.keySet()) {
            if (!now.containsKey(path)) {
                scene.repo().delete(path);
            }
        }
        now.forEach((path, text) -> {
            if (!text.equals(onDisk.get(path))) {
                scene.repo().write(path, text);
            }
        });
        onDisk = now;
        boolean first = message.startsWith("Describe");
        scene.repo().git("add", "-A", "--", first ? "." : ":!.claude");
        scene.repo().tick().git("commit", "-q", "--allow-empty", "-m", message);
    }

    private static void fix(Scene scene) {
        new Learner(scene.places(), scene.journal(), Scene.drafters(), scene.clock())
                .fixReferences(scene.repo().root());
    }

    private static List<String> rewrittenWrongly(MadeReferences made, String before, String now) {
        List<String> wrong = new ArrayList<>();
        String[] linesBefore = before.split("\n", -1);
        String[] lines = now.split("\n", -1);
        for (MadeReferences.Lines reference : made.references) {
            List<Integer> was = reference.written(linesBefore);
            List<Integer> is = reference.written(lines);
            List<Integer> truth = List.of(reference.trueFirst(), reference.trueLast());
            if (!was.equals(is) && !reference.isMeantBy(is)) {
                wrong.add(linesBefore[reference.docLine()] + "  =>  " + lines[reference.docLine()] + "  but is at "
                        + truth);
            }
        }
        made.paths.forEach((line, source) -> {
            if (!linesBefore[line].equals(lines[line])) {
                String name = source.path.substring(source.path.lastIndexOf('/') + 1);
                if (!lines[line].contains(name)) {
                    wrong.add(linesBefore[line] + "  =>  " + lines[line] + "  but is " + source.path);
                }
            }
        });
        return wrong;
    }

    private static List<String> differences(List<MadeReferences.Lines> references, String one, String other) {
        String[] first = one.split("\n", -1);
        String[] second = other.split("\n", -1);
        return references.stream()
                .map(MadeReferences.Lines::docLine)
                .filter(line -> !first[line].equals(second[line]))
                .map(line -> first[line] + "  /  " + second[line])
                .toList();
    }
}
