package dev.expertd.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Traces of any size, in the original shape and as one JSON object a line. */
final class MadeTrace {
    private static final String PASSED = "{\"status\": \"pass\", \"logs\": []}";

    private MadeTrace() {}

    static String passing(String run, int tests) {
        return made(run, tests, "");
    }

    /** As many passing tests, and behind them one that fails. */
    static String failingLast(String run, int tests) {
        return made(
                run,
                tests,
                ", \"tests/test_end.py::test_last\": {\"status\": \"fail\", \"logs\": [\"KeyError: 'id'\"]}");
    }

    /** What {@code go test -json} prints for a package in which one test passes and one fails, the failing one last. */
    static String goLines(String failing) {
        StringBuilder lines = new StringBuilder();
        for (String test : new String[] {"TestFirst", failing}) {
            lines.append(go("run", test))
                    .append(go("output", test))
                    .append(go(test.equals(failing) ? "fail" : "pass", test));
        }
        return lines.append("{\"Action\":\"fail\",\"Package\":\"shop/app\",\"Elapsed\":0.2}\n")
                .toString();
    }

    static void large(Path file, long bytes) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write("{\"run_id\": \"big\", \"results\": {\"t0\": {\"status\": \"fail\", \"logs\": [\"x\""
                    .getBytes(UTF_8));
            byte[] log = (", \"" + "a long line that some test printed ".repeat(100) + "\"").getBytes(UTF_8);
            for (long written = 0; written < bytes; written += log.length) {
                out.write(log);
            }
            out.write(("]}, \"t1\": " + PASSED + "}}").getBytes(UTF_8));
        }
    }

    static void oneString(Path file, int length) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write("{\"run_id\": \"".getBytes(UTF_8));
            byte[] part = "x".repeat(1 << 16).getBytes(UTF_8);
            for (int written = 0; written < length; written += part.length) {
                out.write(part);
            }
            out.write(("\", \"results\": {\"t1\": " + PASSED + "}}").getBytes(UTF_8));
        }
    }

    private static String made(String run, int tests, String more) {
        StringBuilder trace = new StringBuilder("{\"run_id\": \"" + run + "\", \"total_tests\": "
                + (tests + (more.isEmpty() ? 0 : 1)) + ", \"results\": {");
        for (int i = 0; i < tests; i++) {
            trace.append(i == 0 ? "" : ", ")
                    .append("\"tests/test_part.py::test_number_with_a_long_name_")
                    .append(i)
                    .append("\": ")
                    .append(PASSED);
        }
        return trace.append(more).append("}}").toString();
    }

    private static String go(String action, String test) {
        String output = action.equals("output") ? ",\"Output\":\"    part_test.go:7: want 1\\n\"" : "";
        return "{\"Action\":\"" + action + "\",\"Package\":\"shop/app\",\"Test\":\"" + test + "\"" + output + "}\n";
    }
}
