package dev.expertd.learn;

import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsSource;
import dev.expertd.draft.delta.RegressionDrafter;
import dev.expertd.draft.delta.TestDeltaDrafter;
import dev.expertd.draft.message.MessageDrafter;
import dev.expertd.draft.message.NoteDrafter;
import dev.expertd.draft.message.RevertDrafter;
import dev.expertd.draft.together.CoChangeDrafter;
import dev.expertd.git.GitFixture;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.io.Places;
import dev.expertd.io.RepositoryId;
import dev.expertd.journal.Journal;
import dev.expertd.journal.JournaledVerdict;
import dev.expertd.journal.SeenCommit;
import dev.expertd.journal.StoredRun;
import dev.expertd.model.Act;
import dev.expertd.model.Condition;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.upkeep.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A real repository with an expert, the journal and the pass, in one process: tests run, commits are made, a pass looks.
 * The clock is that of the repository: whatever happens, happens a minute after what happened before.
 *
 * <pre>{@code
 * scene.red("test_total", "TypeError: total is missing").pass();
 * scene.repo().commit("fix").with("app/orders.py", text).id();
 * scene.green("test_total").pass();
 * assertThat(scene.lines()).hasSize(1);
 * }</pre>
 */
final class Scene implements AutoCloseable {
    /** A repair of {@code total()} whose message teaches one line. */
    static final String FIX = """
            fix: total without items

            total() crashed with a TypeError because batch jobs pass no items. Default items to an empty
            list in total().
            """;

    static final String EXPERTISE = ".claude/commands/experts/backend/expertise.md";
    static final String TRACE = "trace_logs.json";

    private static final String SKIPPED = "SKIP";

    private static final String SKELETON = """
            # Backend expertise

            > **Sources**: `app/orders.py`

            ## Learnings

            ### patterns_that_work

            ### patterns_to_avoid

            ### common_issues

            ### tips
            """;

    private final GitFixture repo;
    private final Places places;
    private final Journal journal;
    private final Map<String, String> tests = new TreeMap<>();
    private String trace = TRACE;
    private int runs;

    private Scene(Path folder) throws IOException {
        this(GitFixture.init(folder.resolve("shop")), folder);
    }

    private Scene(GitFixture repo, Path folder) throws IOException {
        this.repo = repo;
        places = new Places(folder.resolve("config"), folder.resolve("state"), folder.resolve("data"));
        places.make();
        journal = Journal.open(places.journal());
    }

    /** One commit with an expert, {@code app/orders.py} and {@code app/other.py}; seen by a pass already. */
    static Scene in(Path folder) throws IOException {
        Scene scene = new Scene(folder);
        scene.repo
                .commit("Import")
                .with(EXPERTISE, SKELETON)
                .with(".gitignore", TRACE + "\nreports/\n")
                .with("app/orders.py", orders("return sum(items)"))
                .with("app/other.py", "def unrelated(a):\n    return a\n")
                .id();
        scene.pass();
        return scene;
    }

    /** The same repository with a journal that knows nothing of it. */
    Scene again(Path folder) throws IOException {
        return new Scene(repo, folder);
    }

    /** The text of {@code app/orders.py} with that body of its function {@code total}. */
    static String orders(String... body) {
        return "def total(items, tenant):\n    " + String.join("\n    ", body)
                + "\n\n\ndef name(order):\n    return order[\"name\"]\n";
    }

    GitFixture repo() {
        return repo;
    }

    Journal journal() {
        return journal;
    }

    /** Every test that is known so far keeps its verdict; this one fails with that error from now on. */
    Scene red(String test, String error) {
        tests.put(test, error);
        return run();
    }

    /** These pass from now on. */
    Scene green(String... passing) {
        for (String test : passing) {
            tests.put(test, "");
        }
        return run();
    }

    /** These are skipped from now on. */
    Scene skipped(String... ignored) {
        for (String test : ignored) {
            tests.put(test, SKIPPED);
        }
        return run();
    }

    /** These are in no run from now on. */
    Scene gone(String... removed) {
        tests.keySet().removeAll(List.of(removed));
        return run();
    }

    /** Runs leave their trace there from now on. */
    Scene leaving(String file) {
        trace = file;
        return this;
    }

    /** Runs every known test. */
    Scene run() {
        return run(tests);
    }

    /** Runs only these, with what they said last. */
    Scene runOnly(String... some) {
        Map<String, String> chosen = new TreeMap<>(tests);
        chosen.keySet().retainAll(List.of(some));
        return run(chosen);
    }

    private Scene run(Map<String, String> verdicts) {
        repo.tick();
        String results = verdicts.entrySet().stream()
                .map(test -> "\"" + test.getKey() + "\": " + result(test.getValue()))
                .collect(Collectors.joining(", "));
        trace("{\"run_id\": \"" + runs++ + "\", \"timestamp\": \"" + repo.now() + "\", \"total_tests\": "
                + verdicts.size() + ", \"results\": {" + results + "}}");
        return this;
    }

    /** Puts a trace in place, whole, as a runner does that renames. */
    Scene trace(String text) {
        try {
            Path draft = repo.root().resolve("reports/trace.new");
            Files.createDirectories(draft.getParent());
            Files.createDirectories(repo.root().resolve(trace).getParent());
            Files.writeString(draft, text);
            Files.setLastModifiedTime(draft, FileTime.from(repo.now()));
            Files.move(draft, repo.root().resolve(trace), StandardCopyOption.REPLACE_EXISTING);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String result(String error) {
        if (error.equals(SKIPPED)) {
            return "{\"status\": \"skip\", \"logs\": [\"SKIP: not now\"]}";
        }
        return error.isEmpty()
                ? "{\"status\": \"pass\", \"logs\": []}"
                : "{\"status\": \"fail\", \"logs\": [\"Traceback (most recent call last):\","
                        + " \"  File \\\"app/orders.py\\\", line 2, in total\", \"" + error.replace("\"", "\\\"")
                        + "\"]}";
    }

    /** Looks once, as the command line does. */
    PassResult pass() {
        return pass(new Request(false, true, "", Optional.empty(), "", "", "", false));
    }

    PassResult pass(Request request) {
        return pass(repo.root(), request);
    }

    /** Looks once at another checkout. */
    PassResult pass(Path root, Request request) {
        return new Learner(places, journal, drafters(), clock()).learn(root, request);
    }

    /** Looks at a checkout as often as it takes to believe what is seen. */
    Scene looks(Path root) {
        for (int look = 0; look < 2; look++) {
            repo.tick();
            pass(root, new Request(false, true, "", Optional.empty(), "", "", "", false));
        }
        return this;
    }

    Scene looks() {
        return looks(repo.root());
    }

    static Drafters drafters() {
        return new Drafters(
                List.of(new RevertDrafter(), new MessageDrafter(), new CoChangeDrafter()),
                new TestDeltaDrafter(),
                new RegressionDrafter(),
                new NoteDrafter());
    }

    Clock clock() {
        return Clock.fixed(repo.now().plusSeconds(1), ZoneOffset.UTC);
    }

    Places places() {
        return places;
    }

    /** The only learning that was ever drafted. */
    Learning learning() {
        List<Learning> all = journal.learnings().latest(repository(), 10);
        if (all.size() != 1) {
            throw new AssertionError("not one learning but " + all);
        }
        return all.get(0);
    }

    LearningState state() {
        return learning().state();
    }

    /** The checkout as commands open it. */
    Checkout checkout() {
        try {
            return Checkout.open(repo.root(), SettingsSource.asWritten(places.userSettings()), journal, clock());
        } catch (IOException | SettingsException e) {
            throw new AssertionError(e);
        }
    }

    /** What the expertise file has gained, in the order of the file. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(read().lines().toList());
        SKELETON.lines().forEach(lines::remove);
        return lines;
    }

    String read() {
        try {
            return Files.readString(repo.root().resolve(EXPERTISE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runs that were read, newest first. */
    List<StoredRun> runs() {
        return journal.runs().latest(repository(), 100);
    }

    StoredRun lastRun() {
        return runs().get(0);
    }

    /** What the last run that was read says of a test. */
    JournaledVerdict verdict(String test) {
        return journal.verdicts().of(repository(), lastRun().id()).stream()
                .filter(verdict -> verdict.name().text().equals(test))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is said of " + test));
    }

    Condition condition(String test) {
        return verdict(test).condition();
    }

    /** What {@code expertd tests} prints. */
    List<String> issues() {
        try (GitReader git = GitReaders.open(repo.root())) {
            return new TestsNow(journal, repository(), git, repo.now())
                    .issues().stream().map(TestIssue::line).toList();
        }
    }

    /** What is only suspected, in the words of the lines that wait. */
    List<String> suspected() {
        return journal.learnings().in(repository(), LearningState.HELD).stream()
                .map(learning -> learning.text().text())
                .toList();
    }

    /** So many days go by. */
    Scene days(int days) {
        for (int minute = 0; minute < days * 24 * 60; minute++) {
            repo.tick();
        }
        return this;
    }

    /** The acts, newest first. */
    List<Act> acts() {
        return journal.acts().latest(repository(), 100);
    }

    SeenCommit seen(String commit) {
        return journal.commits().find(repository(), commit).orElseThrow();
    }

    String repository() {
        try {
            return RepositoryId.of(repo.root().resolve(".git"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant now() {
        return repo.now();
    }

    @Override
    public void close() {
        journal.close();
    }
}
