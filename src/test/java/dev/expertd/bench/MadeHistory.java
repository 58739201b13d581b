package dev.expertd.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Histories made with a fixed seed through {@code git fast-import}, packed as a clone is. Each commit changes three
 * files; of ten commits three state a cause.
 */
final class MadeHistory {
    private static final int FILES_A_COMMIT = 3;
    private static final int LINES = 40;
    private static final long FIRST = 1_600_000_000L;

    private final Size size;
    private final boolean isTelling;

    /** How many files and commits. */
    enum Size {
        SMALL(300, 6_000),
        LARGE(20_000, 50_000);

        private final int files;
        private final int commits;

        Size(int files, int commits) {
            this.files = files;
            this.commits = commits;
        }

        static List<Size> of(boolean quick) {
            return quick ? List.of(SMALL) : List.of(SMALL, LARGE);
        }

        String words() {
            return commits + " commits of " + files + " files";
        }
    }

    private MadeHistory(Size size, boolean isTelling) {
        this.size = size;
        this.isTelling = isTelling;
    }

    static MadeHistory of(Size size) {
        return new MadeHistory(size, false);
    }

    /** One in which every commit states a cause. */
    static MadeHistory telling(Size size) {
        return new MadeHistory(size, true);
    }

    /** Where it lies; made only if it is not there yet. */
    Path in(Home home, Path made) throws IOException, InterruptedException {
        Path root = made.resolve("history-" + size.files + (isTelling ? "-telling" : ""));
        if (Files.exists(root.resolve("made"))) {
            return root;
        }
        Files.createDirectories(root);
        home.git(root, "init", "-q", "-b", "main");
        Process git = home.in(root, List.of("git", "fast-import", "--quiet")).start();
        try (OutputStream out = new BufferedOutputStream(git.getOutputStream(), 1 << 16)) {
            write(out);
        }
        if (git.waitFor() != 0) {
            throw new IllegalStateException("git fast-import failed in " + root);
        }
        home.git(root, "reset", "-q", "--hard");
        Files.writeString(root.resolve(".git/info/exclude"), "made\n");
        Files.writeString(root.resolve("made"), "");
        return root;
    }

    private void write(OutputStream out) throws IOException {
        Random random = new Random(size.files);
        say(out, "commit refs/heads/main\n" + committer(0));
        data(out, "Import\n");
        for (int file = 0; file < size.files; file++) {
            put(out, path(file), content(file, 0, random));
        }
        put(out, MadeRepository.EXPERTISE, "# Backend\n\n## Learnings\n\n### common_issues\n\n### tips\n");
        for (int commit = 1; commit < size.commits; commit++) {
            say(out, "commit refs/heads/main\n" + committer(commit));
            data(out, isTelling || commit % 10 < 3 ? MadeRepository.message(commit) : "Change part " + commit + "\n");
            for (int i = 0; i < FILES_A_COMMIT; i++) {
                int file = random.nextInt(size.files);
                put(out, path(file), content(file, commit, random));
            }
        }
        say(out, "done\n");
    }

    private static String committer(int commit) {
        return "committer Bench <bench@example.org> " + (FIRST + 60L * commit) + " +0000\n";
    }

    private static String path(int file) {
        return "server/app" + file / 1000 + "/part" + file / 50 + "/module_" + file + ".py";
    }

    private static String content(int file, int commit, Random random) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            text.append(
                    line % 10 == 0
                            ? "def part_" + (line == 0 && commit > 0 ? commit : file * LINES + line) + "():\n"
                            : "    total = total + " + (line == 7 ? random.nextInt(100_000) : line) + "\n");
        }
        return text.toString();
    }

    private static void put(OutputStream out, String path, String content) throws IOException {
        say(out, "M 100644 inline " + path + "\n");
        data(out, content);
    }

    private static void data(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        say(out, "data " + bytes.length + "\n");
        out.write(bytes);
        say(out, "\n");
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
