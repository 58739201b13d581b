package dev.expertd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.cli.house.StandardTerminal;
import dev.expertd.git.GitFixture;
import dev.expertd.redact.PlantedSecrets;
import dev.expertd.redact.PlantedSecrets.Planted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets of every kind in every text that expertd takes up, over a real repository: none is in the state folder, in the
 * expertise file, or in what any command prints.
 */
class NoSecretIsKeptTest {
    private static final String EXPERTISE = ".claude/commands/experts/backend/expertise.md";
    private static final String SKELETON =
            "# Backend\n\n## Learnings\n\n### patterns_that_work\n\n### patterns_to_avoid\n\n### common_issues\n\n### tips\n";

    private static final Pattern ID = Pattern.compile("\"(?:id|learning)\":\"([0-9a-f]{10})\"");

    @TempDir
    private Path folder;

    private final StringBuilder printed = new StringBuilder();
    private final List<Planted> planted = new ArrayList<>();
    private GitFixture repo;
    private int number;

    @Test
    void inMessagesPathsCodeBranchesAuthorsTestsNotesAndSettings() throws IOException {
        List<Planted> secrets = PlantedSecrets.all(20).toList();
        secrets.forEach(this::commitsAndRuns);
        secrets.forEach(each -> {
            planted.add(each);
            expertd("learn", "the " + each.text(), "failed", "-m", note(each));
        });
        tokensInNames();
        review(secrets);
        askEverything();
        repo.write(
                ".expertd.yml",
                "learning:\n  mode: " + secrets.get(5).text() + "\n  "
                        + secrets.get(7).text() + ": 1\n");
        expertd("status", "--json");

        assertThat(Files.readString(repo.root().resolve(EXPERTISE)))
                .as("lines were written at all")
                .contains("component: ")
                .contains("[redacted: ");
        assertThat(printed.toString()).as("traces were read at all").contains("reports/[redacted: ");
        assertThat(planted).hasSizeGreaterThan(100);
        List<String> leaks = leaks("what was printed", printed.toString());
        leaks.addAll(leaks(EXPERTISE, Files.readString(repo.root().resolve(EXPERTISE))));
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                leaks.addAll(leaks(file.getFileName().toString(), bytes));
            }
        }
        assertThat(leaks).isEmpty();
    }

    @BeforeEach
    void begin() {
        repo = GitFixture.init(folder.resolve("shop"));
        repo.commit("Import")
                .with(EXPERTISE, SKELETON)
                .with(".gitignore", "junit.xml\nreports/\n")
                .with("app/orders.py", "def total(items):\n    return 0\n")
                .id();
        expertd("learn");
    }

    /** One secret in the message, the author and the code of a commit, and in a test that it repairs. */
    private void commitsAndRuns(Planted secret) {
        planted.add(secret);
        number++;
        trace(
                secret,
                "<failure type=\"TypeError: " + xml(secret.text()) + "\" message=\"TypeError: " + xml(secret.text())
                        + " is no number\">File \"app/orders.py\", line 2, in total\nTypeError: " + xml(secret.text())
                        + "</failure>");
        expertd("learn");
        repo.by("Jane " + secret.text().replaceAll("[<>\n]", " "), "jane@" + number + ".example");
        repo.commit("fix: `total` fails with TypeError because " + secret.text() + " is None\n\n"
                        + "`total_" + number + "` raises `TypeError` when the order holds " + secret.text()
                        + ": default it to 0 before it is added.\n\n"
                        + "Reported-by: " + secret.text())
                .with(
                        "app/orders.py",
                        "# because " + secret.text() + " was refused\ndef total_" + number + "(items):\n    call(\""
                                + secret.text() + "\")\n    return " + number + "\n")
                .id();
        trace(secret, "<system-out>" + xml(secret.text()) + "</system-out>");
        expertd("learn", "--json");
    }

    private void trace(Planted secret, String inside) {
        repo.write(
                "junit.xml",
                "<testsuite name=\"orders " + xml(secret.text()) + "\" tests=\"1\">"
                        + "<testcase classname=\"test_orders." + xml(secret.text()) + "\" name=\"test_total["
                        + xml(secret.text())
                        + "]\" file=\"" + xml(secret.text()) + "\">" + inside + "</testcase></testsuite>");
    }

    /** Secrets that a branch, a folder, an expert and a trace are named after. */
    private void tokensInNames() {
        List<Planted> tokens = PlantedSecrets.tokens(21)
                .filter(each -> !each.text().contains(":"))
                .limit(12)
                .toList();
        repo.write(".expertd.yml", "traces: [junit.xml, reports/*/junit.xml, reports/*/report.json]\n");
        for (Planted token : tokens) {
            planted.add(token);
            number++;
            repo.git("checkout", "-q", "-b", "feature/" + token.text());
            repo.commit("fix(" + token.text() + "): `total_" + number + "` fails with `KeyError`\n\n"
                            + "The loader raises `KeyError` because `limit_" + number
                            + "` is missing: default it to 0.")
                    .with(
                            "app/" + token.text() + "/loader.py",
                            "def total_" + number + "(limit_" + number + "=0):\n    pass\n")
                    .with("app/" + token.text() + ".py", "x = " + number + "\n")
                    .id();
            repo.write(
                    "reports/" + token.text() + "/junit.xml",
                    "<testsuite><testcase name=\"a" + number + "\"/></testsuite>");
            repo.write("reports/x-" + token.text() + "/report.json", "{ \"broken\": " + token.text());
            expertd("learn", "--json");
        }
        Planted name = tokens.get(0);
        repo.write(".claude/commands/experts/" + name.text() + "/expertise.md", SKELETON);
        repo.commit("feat: another expert").touching("app/other.py").id();
        expertd("learn");
    }

    /** Secrets in what a person writes into a draft and gives as a reason; the drafts come from all of history. */
    private void review(List<Planted> secrets) {
        expertd("backfill", "--all", "--json");
        List<String> ids = ID.matcher(expertd("review", "--list", "--json"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).as("drafts that wait").hasSizeGreaterThan(1);
        String all = secrets.stream().map(Planted::text).collect(Collectors.joining(", "));
        expertd("review", "--reject", ids.get(0), "--reason", "it names " + all);
        String words =
                "`edited` fails because the order holds " + secrets.get(3).text() + " and refuses it";
        expertd("review", "--accept", ids.get(1), "--edit", words);
    }

    private void askEverything() {
        expertd("log", "-n", "500");
        expertd("log", "-n", "500", "--json");
        expertd("report");
        expertd("tests");
        expertd("tests", "--json");
        expertd("runs");
        expertd("runs", "--json");
        expertd("runs", repo.root().resolve("junit.xml").toString());
        expertd("status");
        expertd("why", "total");
        expertd("why", "TypeError", "--json");
        expertd("why", "HEAD");
    }

    private static String note(Planted secret) {
        return "`total` raises `TypeError` because the order holds " + secret.text() + ": default it to 0";
    }

    private List<String> leaks(String where, String text) {
        List<String> leaks = new ArrayList<>();
        for (Planted each : planted) {
            int at = text.indexOf(each.secret());
            if (at >= 0) {
                String around = text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 100));
                leaks.add(each.kind() + " in " + where + ": " + around.replace('\n', ' '));
            }
        }
        return leaks;
    }

    private String expertd(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Map<String, String> environment = new TreeMap<>(Map.of(
                "HOME", folder.resolve("home").toString(),
                "XDG_STATE_HOME", folder.resolve("state").toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "XDG_DATA_HOME", folder.resolve("data").toString()));
        List<String> all = new ArrayList<>(List.of("-C", repo.root().toString()));
        all.addAll(List.of(arguments));
        Main.run(all.toArray(String[]::new), stream, stream, environment, new StandardTerminal());
        printed.append(out.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
