package dev.expertd.bench;

import dev.expertd.git.GitFixture;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.upkeep.reference.ReferenceLook;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The references of an expertise file of 1,000 lines, 200 to lines among them, followed over 100 commits that touch three
 * of 30 source files of 500 to 2,000 lines. {@code bench/run.sh references} runs it. With arguments it looks at
 * the expertise files of a real checkout instead: {@code REPOSITORY FILE...}.
 */
public final class ReferenceBench {
    private static final int FILES = 30;
    private static final int COMMITS = 100;
    private static final int REFERENCES = 200;
    private static final int LINES = 1_000;
    private static final int TIMES = 7;
    private static final double LIMIT = 1_000;
    private static final String EXPERTISE = ".claude/commands/experts/backend/expertise.md";

    private final Random random = new Random(7);
    private final List<List<String>> sources = new ArrayList<>();
    private int made;

    private ReferenceBench() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 1) {
            measure(Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length));
            return;
        }
        Path folder = Files.createTempDirectory("references");
        try {
            GitFixture repo = GitFixture.init(folder.resolve("made"));
            new ReferenceBench().make(repo);
            if (measure(repo.root(), List.of(EXPERTISE)) > LIMIT) {
                System.exit(1);
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted((one, other) -> other.compareTo(one))
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private static double measure(Path root, List<String> files) throws IOException {
        double[] processor = new double[TIMES];
        double[] wall = new double[TIMES];
        long findings = 0;
        for (int i = -2; i < TIMES; i++) {
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long start = System.nanoTime();
            findings = 0;
            try (GitReader git = GitReaders.open(root)) {
                ReferenceLook look = new ReferenceLook(git, git.head().orElseThrow());
                for (String file : files) {
                    findings += look.look(file, Files.readAllBytes(root.resolve(file)))
                            .size();
                }
            }
            processor[Math.max(0, i)] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6;
            wall[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(processor);
        Arrays.sort(wall);
        System.out.printf(
                Locale.ROOT,
                "%d references  processor median %7.1f ms, worst %7.1f ms  wall median %7.1f ms  %s%n",
                findings,
                processor[TIMES / 2],
                processor[TIMES - 1],
                wall[TIMES / 2],
                processor[TIMES / 2] <= LIMIT ? "ok" : "missed");
        return processor[TIMES / 2];
    }

    private void make(GitFixture repo) {
        for (int i = 0; i < FILES; i++) {
            List<String> lines = new ArrayList<>(List.of("import os", ""));
            int size = 500 + random.nextInt(1_500);
            while (lines.size() < size) {
                lines.addAll(function());
            }
            sources.add(lines);
            repo.write(path(i), text(i));
        }
        repo.write(EXPERTISE, expertise());
        repo.git("add", "-A");
        repo.tick().git("commit", "-q", "-m", "Import");
        for (int i = 0; i < COMMITS; i++) {
            for (int edit = 0; edit < 3; edit++) {
                int file = random.nextInt(FILES);
                List<String> lines = sources.get(file);
                int at = 2 + random.nextInt(lines.size() - 20);
                if (random.nextBoolean()) {
                    lines.add(at, "    added_" + ++made + " = compute(" + made + ")");
                } else {
                    lines.addAll(firstFunctionAfter(lines, at), function());
                }
                repo.write(path(file), text(file));
            }
            repo.git("add", "-A");
            repo.tick().git("commit", "-q", "-m", "Step " + i);
        }
    }

    private List<String> function() {
        List<String> lines = new ArrayList<>();
        lines.add("def handle_" + ++made + "(items, tenant):");
        for (int i = 0; i < 5 + random.nextInt(20); i++) {
            lines.add("    value_" + random.nextInt(500) + " = store.get(items, " + random.nextInt(100) + ")");
        }
        lines.addAll(List.of("    return items", "", ""));
        return lines;
    }

    private static int firstFunctionAfter(List<String> lines, int at) {
        for (int i = at; i < lines.size(); i++) {
            if (lines.get(i).startsWith("def ")) {
                return i;
            }
        }
        return lines.size();
    }

    private static String path(int file) {
        return "server/app/part_" + file % 5 + "/module_" + file + ".py";
    }

    private String text(int file) {
        return String.join("\n", sources.get(file)) + "\n";
    }

    private String expertise() {
        List<String> lines = new ArrayList<>(List.of("# Backend", "", "> **Sources**: server/app/**", ""));
        int prose = LINES / REFERENCES - 1;
        for (int i = 0; i < REFERENCES; i++) {
            int file = i % FILES;
            List<String> source = sources.get(file);
            int at = firstFunctionAfter(source, random.nextInt(source.size() - 40));
            String name = source.get(at).replaceAll("def (\\w+).*", "$1");
            lines.add(
                    i % 3 == 0
                            ? "- the call in `" + name + "` (" + path(file) + ":" + (at + 3) + ")"
                            : "- `" + name + "()` (~line " + (at + 1) + ") in `" + path(file) + "`");
            for (int line = 0; line < prose; line++) {
                lines.add("  it keeps `store.get(items)` of the tenant, as `handle_" + i + "()` does, see module_"
                        + (i + line) % FILES + ".py");
            }
        }
        return String.join("\n", lines);
    }
}
