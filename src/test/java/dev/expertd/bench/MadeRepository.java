package dev.expertd.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small repository with an expertise file, and commits in it that state a cause. */
final class MadeRepository {
    static final String EXPERTISE = ".claude/commands/experts/backend/expertise.md";

    private static final String SKELETON = """
            # Backend expertise

            ## Learnings

            ### patterns_that_work
            - Handlers return a plain dict

            ### patterns_to_avoid

            ### common_issues

            ### tips
            """;

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    private MadeRepository() {}

    /** One commit; as many lines as are learned may be written. */
    static Path make(Home home, Path root) throws IOException, InterruptedException {
        Files.createDirectories(root);
        home.git(root, "init", "-q", "-b", "main");
        write(root, EXPERTISE, SKELETON);
        write(root, ".gitignore", "reports/\n");
        write(root, ".expertd.yml", "traces: [reports/*.xml]\nlearning: {per-day: 1000}\n");
        write(root, "app/service.py", "def create(params, tenant):\n    return {\"id\": params[\"id\"]}\n");
        home.git(root, "add", "-A");
        home.git(root, "commit", "-q", "-m", "Import");
        return root;
    }

    static void write(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A message that teaches a line with {@code table_<number>} in it. */
    static String message(int number) {
        return "fix: part_" + number + " of the service\n\npart_" + number + "() crashed with a Part" + number
                + "Error because table_" + number + " is missing. Create table_" + number + " before part_" + number
                + "() runs.\n";
    }

    /** Commits a change of one file with such a message. */
    static void teach(Home home, Path root, int number) throws IOException, InterruptedException {
        write(root, "app/part" + number + ".py", source(number));
        home.git(root, "add", "app");
        home.git(root, "commit", "-q", "-m", message(number));
    }

    /** Seconds from now until the line of such a message stands in the expertise file. */
    static double untilTaught(Path root, int number) throws IOException, InterruptedException {
        return untilLine(root, "table_" + number + "`");
    }

    /** Seconds from now until the expertise file holds that text. */
    static double untilLine(Path root, String text) throws IOException, InterruptedException {
        Path file = root.resolve(EXPERTISE);
        long begun = System.nanoTime();
        while (!Files.readString(file).contains(text)) {
            if (System.nanoTime() - begun > PATIENCE) {
                throw new IllegalStateException("no line with " + text + " came in a minute");
            }
            TimeUnit.MICROSECONDS.sleep(500);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    static String source(int number) {
        return "def part_" + number + "(params):\n    return params.get(\"id_" + number + "\")\n";
    }
}
