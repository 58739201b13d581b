package dev.expertd.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/**
 * Lines as {@code go test -json ./...} writes them: two packages at a time, whose tests come in turn, each with its start,
 * its end and what the runner prints in between; times that go on from line to line, and some tests that fail.
 */
final class MadeGoTests {
    private static final int TESTS = 20;
    private static final String[] FOLDERS = {"internal/store", "pkg/billing", "cmd/server", "pkg/api/v2"};

    private Instant now = Instant.parse("2026-02-10T00:15:13.104512877Z");

    /** Writes two packages. */
    void write(Appendable out, Random random, int number) throws IOException {
        String[] modules = {module(2 * number), module(2 * number + 1)};
        boolean[] red = new boolean[modules.length];
        for (String module : modules) {
            event(out, random, "start", module, "", "");
        }
        for (int test = 0; test < TESTS; test++) {
            for (int side = 0; side < modules.length; side++) {
                boolean fails = random.nextInt(50) == 0;
                test(out, random, modules[side], "Test" + Made.word(random) + "_" + test, fails);
                red[side] |= fails;
            }
        }
        for (int side = 0; side < modules.length; side++) {
            end(out, random, modules[side], red[side]);
        }
    }

    /** Writes ten lines: one more test of a package that did not end. */
    void tenMore(Appendable out, Random random, int number) throws IOException {
        String module = module(0);
        String test = "TestMore" + number;
        event(out, random, "run", module, test, "");
        for (int line = 0; line < 8; line++) {
            print(out, random, module, test, "    more_test.go:" + line + ": " + Made.words(random, 6));
        }
        event(out, random, "pass", module, test, ",\"Elapsed\":0.01");
    }

    private void test(Appendable out, Random random, String module, String test, boolean fails) throws IOException {
        String seconds = String.format(Locale.ROOT, "0.%02d", random.nextInt(100));
        event(out, random, "run", module, test, "");
        print(out, random, module, test, "=== RUN   " + test);
        int lines = random.nextInt(40);
        for (int line = 0; line < lines; line++) {
            print(out, random, module, test, "    shop_test.go:" + line + ": " + Made.words(random, 8));
        }
        if (fails) {
            print(
                    out,
                    random,
                    module,
                    test,
                    "    shop_test.go:88: total is \\\"" + random.nextInt(99) + "\\\", want 7");
        }
        String word = fails ? "FAIL" : "PASS";
        print(out, random, module, test, "--- " + word + ": " + test + " (" + seconds + "s)");
        event(out, random, word.toLowerCase(Locale.ROOT), module, test, ",\"Elapsed\":" + seconds);
    }

    private void end(Appendable out, Random random, String module, boolean red) throws IOException {
        print(out, random, module, "", red ? "FAIL" : "PASS");
        print(out, random, module, "", (red ? "FAIL" : "ok  ") + "\\t" + module + "\\t1.402s");
        event(out, random, red ? "fail" : "pass", module, "", ",\"Elapsed\":1.402");
    }

    private void print(Appendable out, Random random, String module, String test, String text) throws IOException {
        event(out, random, "output", module, test, ",\"Output\":\"" + text + "\\n\"");
    }

    private void event(Appendable out, Random random, String action, String module, String test, String more)
            throws IOException {
        now = now.plusNanos(1 + random.nextInt(2_000_000));
        out.append("{\"Time\":\"" + now + "\",\"Action\":\"" + action + "\",\"Package\":\"" + module + "\""
                + (test.isEmpty() ? "" : ",\"Test\":\"" + test + "\"") + more + "}\n");
    }

    private static String module(int number) {
        return "github.com/example/shop/" + FOLDERS[number % FOLDERS.length] + "/p" + number;
    }
}
