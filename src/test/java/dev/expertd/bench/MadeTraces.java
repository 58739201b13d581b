package dev.expertd.bench;

import dev.expertd.trace.TraceFollower;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

/** Large traces, made with a fixed seed: mostly passing tests with some lines of log each, one in fifty failing. */
final class MadeTraces {
    private final Path folder;
    private final int megabytes;

    MadeTraces(Path folder, int megabytes) {
        this.folder = folder;
        this.megabytes = megabytes;
    }

    private interface Writing {
        void write(BufferedWriter out, Random random, int number) throws IOException;
    }

    Path eagle(int times) throws IOException {
        return make(
                "eagle-" + times + ".json",
                (long) megabytes * times,
                64,
                "{\"timestamp\": \"2026-02-10T00:15:13+00:00\", \"run_id\": \"run-1\", \"results\": {\n",
                "\"last\": {\"status\": \"pass\", \"logs\": []}}}\n",
                (out, random, number) -> {
                    boolean red = number % 50 == 0;
                    out.write("  \"" + number + "\": {\n    \"status\": \"" + (red ? "fail" : "pass")
                            + "\",\n    \"logs\": [\n      \"TEST " + number + ": " + Made.words(random, 3) + "\"");
                    for (int line = 0; line < 60; line++) {
                        out.write(",\n      \"  [" + line + "] " + Made.words(random, 12) + " \\\""
                                + random.nextInt(9999) + "\\\"\"");
                    }
                    out.write((red ? ",\n      \"  FAIL - expected " : ",\n      \"  PASS - ") + Made.words(random, 4)
                            + "\"\n    ]\n  },\n");
                });
    }

    Path junit() throws IOException {
        return make(
                "junit.xml",
                megabytes,
                64,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites><testsuite name=\"shop\">\n",
                "</testsuite></testsuites>\n",
                (out, random, number) -> {
                    out.write("  <testcase classname=\"shop." + Made.WORDS[number % Made.WORDS.length]
                            + "Test\" name=\"case" + number + "\" time=\"0." + random.nextInt(999) + "\"");
                    if (number % 50 == 0) {
                        out.write("><failure type=\"AssertionError\" message=\"expected " + Made.words(random, 5)
                                + "\">\n");
                        for (int line = 0; line < 20; line++) {
                            out.write("\tat shop." + Made.words(random, 1) + ".run(Shop.java:" + line + ")\n");
                        }
                        out.write("</failure></testcase>\n");
                    } else if (number % 2 == 0) {
                        out.write("><system-out>" + Made.words(random, 700) + "</system-out></testcase>\n");
                    } else {
                        out.write("/>\n");
                    }
                });
    }

    Path lines() throws IOException {
        return lines(megabytes);
    }

    Path lines(int size) throws IOException {
        return make("go-" + size + ".jsonl", size, 1, "", "", new MadeGoTests()::write);
    }

    /** The median time of a look at a file of that many MB to which ten lines were appended. */
    double secondsOfAnAppend(int size) throws Exception {
        Path file = folder.resolve("growing.jsonl");
        Files.copy(lines(size), file, StandardCopyOption.REPLACE_EXISTING);
        TraceFollower follower = new TraceFollower();
        follower.read(List.of(file));
        Random random = new Random(7);
        MadeGoTests more = new MadeGoTests();
        Timing took = new Timing();
        for (int i = 0; i < 200; i++) {
            StringBuilder lines = new StringBuilder();
            more.tenMore(lines, random, i);
            Files.writeString(file, lines, StandardOpenOption.APPEND);
            double seconds = Timing.seconds(() -> follower.read(List.of(file)));
            if (i >= 100) { // the first ones warm up
                took.add(seconds);
            }
        }
        return took.median();
    }

    /** A failing test whose log is one text of 50 MB. */
    Path longText() throws IOException {
        Path file = folder.resolve("long.json");
        if (!Files.exists(file)) {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("{\"results\": {\"1\": {\"status\": \"fail\", \"logs\": [\"");
                for (int i = 0; i < 50 << 10; i++) {
                    out.write("x".repeat(1024));
                }
                out.write("\"]}, \"2\": {\"status\": \"pass\", \"logs\": []}}}");
            }
        }
        return file;
    }

    String size(Path file) throws IOException {
        return (Files.size(file) >> 20) + " MB";
    }

    private Path make(String name, long size, int atATime, String head, String tail, Writing writing)
            throws IOException {
        Path file = folder.resolve(size + "-" + name);
        if (Files.exists(file)) {
            return file;
        }
        Path draft = folder.resolve(name + ".new");
        Random random = new Random(7);
        try (BufferedWriter out = Files.newBufferedWriter(draft)) {
            out.write(head);
            for (int number = 1; number % atATime != 0 || Files.size(draft) < size << 20; number++) {
                writing.write(out, random, number);
            }
            out.write(tail);
        }
        return Files.move(draft, file);
    }
}
