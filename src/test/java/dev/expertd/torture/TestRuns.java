package dev.expertd.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Test runs that leave traces of three formats: red ones, and green ones after the repair. */
final class TestRuns {
    private static final int TESTS = 6;

    private final Estate estate;

    TestRuns(Estate estate) {
        this.estate = estate;
    }

    /** A test of new code fails. */
    void red(Step step) {
        Tree tree = estate.here();
        int n = estate.memory().next();
        String file = "app/flow_" + n + ".py";
        tree.write(file, "def flow_" + n + "(params):\n    return {\"id\": params[\"id_" + n + "\"]}\n");
        tree.git().run("add", file);
        tree.git().attempt("commit", "-q", "-m", "Add flow " + n);
        tree.red().put("test_flow_" + n, "id_" + n);
        run(step, tree);
    }

    /** A test that failed is repaired: in one commit, without a word of why. */
    void green(Step step) {
        Tree tree = estate.here();
        if (tree.red().isEmpty()) {
            red(step);
            return;
        }
        String test = tree.red().keySet().iterator().next();
        String key = tree.red().remove(test);
        String n = key.substring("id_".length());
        String file = "app/flow_" + n + ".py";
        tree.write(file, "def flow_" + n + "(params):\n    return {\"id\": params.get(\"" + key + "\")}\n");
        if (step.chance(1, 80)) {
            tree.git().run("add", file);
            tree.git().attempt("commit", "-q", "-m", "Tolerate jobs " + n);
        }
        run(step, tree);
        estate.tally().count("runs that turned green");
    }

    /** Runs what there is. */
    void run(Step step, Tree tree) {
        Set<String> tests = new TreeSet<>(tree.red().keySet());
        for (int i = 0; i < TESTS; i++) {
            tests.add("test_flow_" + (1000 + i));
        }
        Map<String, String> verdicts = new TreeMap<>();
        tests.forEach(test -> verdicts.put(test, tree.red().getOrDefault(test, "")));
        int n = estate.memory().nextRun();
        int format = step.pick(2, 3);
        String name = format == 0 ? "trace_logs.json" : format == 1 ? "reports/junit.xml" : "reports/ctrf.json";
        String text = format == 0 ? eagle(n, verdicts) : format == 1 ? junit(n, verdicts) : ctrf(n, verdicts);
        put(step, tree, name, text);
        tree.traces().put(name, text);
        estate.tally().count("runs");
    }

    private static String eagle(int n, Map<String, String> verdicts) {
        return verdicts.entrySet().stream()
                .map(test -> "\"tests/" + test.getKey() + ".py::" + test.getKey() + "\": "
                        + (test.getValue().isEmpty()
                                ? "{\"status\": \"pass\", \"logs\": []}"
                                : "{\"status\": \"fail\", \"logs\": [\""
                                        + failure(test.getKey(), test.getValue())
                                                .replace("\"", "\\\"")
                                                .replace("\n", "\", \"")
                                        + "\"]}"))
                .collect(Collectors.joining(
                        ",\n",
                        "{\"timestamp\": \"2026-01-05T09:00:00\", \"run_id\": \"r" + n + "\", \"total_tests\": "
                                + verdicts.size() + ", \"results\": {\n",
                        "}}\n"));
    }

    private static String junit(int n, Map<String, String> verdicts) {
        return verdicts.entrySet().stream()
                .map(test -> "<testcase classname=\"tests." + test.getKey() + "\" name=\"" + test.getKey()
                        + "\" time=\"0." + n + "\""
                        + (test.getValue().isEmpty()
                                ? "/>"
                                : "><failure type=\"KeyError\" message=\"KeyError: '" + test.getValue() + "'\">"
                                        + failure(test.getKey(), test.getValue())
                                                .replace("\"", "&quot;")
                                        + "</failure></testcase>"))
                .collect(Collectors.joining(
                        "\n",
                        "<?xml version=\"1.0\"?>\n<testsuites><testsuite name=\"pytest\" tests=\"" + verdicts.size()
                                + "\">\n",
                        "\n</testsuite></testsuites>\n"));
    }

    private static String ctrf(int n, Map<String, String> verdicts) {
        return verdicts.entrySet().stream()
                .map(test -> "{\"name\": \"" + test.getKey() + "\", \"duration\": " + n + ", \"status\": "
                        + (test.getValue().isEmpty()
                                ? "\"passed\"}"
                                : "\"failed\", \"message\": \"KeyError: '" + test.getValue() + "'\", \"trace\": \""
                                        + failure(test.getKey(), test.getValue())
                                                .replace("\"", "\\\"")
                                                .replace("\n", "\\n")
                                        + "\"}"))
                .collect(Collectors.joining(
                        ",\n",
                        "{\"reportFormat\": \"CTRF\", \"results\": {\"tool\": {\"name\": \"pytest\"}, \"summary\": "
                                + "{\"tests\": " + verdicts.size() + "}, \"tests\": [\n",
                        "]}}\n"));
    }

    private static String failure(String test, String key) {
        String flow = test.substring("test_".length());
        return "Traceback (most recent call last):\n  File \"app/" + flow + ".py\", line 2, in " + flow
                + "\n    return {\"id\": params[\"" + key + "\"]}\nKeyError: '" + key + "'";
    }

    /** Renamed into place, or written there in two pieces. */
    private static void put(Step step, Tree tree, String name, String text) {
        try {
            Path file = tree.root().resolve(name);
            Files.createDirectories(file.getParent());
            if (step.chance(3, 60)) {
                Path draft = tree.root().resolve("reports/draft");
                tree.write("reports/draft", text);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                int half = text.length() / 2;
                Files.writeString(file, text.substring(0, half));
                Files.writeString(file, text.substring(half), java.nio.file.StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
