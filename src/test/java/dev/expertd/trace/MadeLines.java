package dev.expertd.trace;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Lines of every format of JSON lines, made by chance: few names, so that they meet again, and now and then a bad line. */
final class MadeLines {
    private static final List<String> TEXTS = List.of(
            "total is 5, want 7",
            "cart_test.go:21: want \\\"7\\\"\\n",
            "=== RUN   TestA\\n",
            "panic: caf\u00e9 \ud83d\ude00\\n",
            "\\u003cnil\\u003e \\u00e9\\t\\\\\\/\\n",
            "",
            "Error: no database\\n    at shop.js:3:1\\n",
            "src\\qa\\new.go",
            "exit status 1\\n");

    private final Random random;
    private final Function<MadeLines, String> format;
    private String in = "";
    private String test = "";

    private MadeLines(long seed, Function<MadeLines, String> format) {
        this.random = new Random(seed);
        this.format = format;
    }

    /** What makes lines of that format: {@code go-test}, {@code libtest} and so on. */
    static MadeLines of(String format, long seed) {
        return new MadeLines(
                seed,
                switch (format) {
                    case "go-test" -> MadeLines::go;
                    case "libtest" -> MadeLines::libtest;
                    case "claude" -> MadeLines::claude;
                    case "anthropic-session" -> MadeLines::session;
                    case "otlp" -> MadeLines::otlp;
                    default -> throw new IllegalArgumentException(format);
                });
    }

    String lines(int count) {
        StringBuilder lines = new StringBuilder(format.apply(this)).append('\n');
        for (int i = 0; i < count; i++) {
            String line = format.apply(this);
            int at = random.nextInt(line.length());
            lines.append(
                    switch (random.nextInt(40)) {
                        case 0 -> line.substring(0, at);
                        case 1 -> line.substring(0, at) + '\n' + line.substring(at);
                        case 2 -> line + ' ' + format.apply(this) + "\r";
                        case 3 -> "# example.com/shop/b [build]";
                        case 4 -> "FAIL\texample.com/shop/b [build failed]";
                        case 5 -> "printed " + line;
                        case 6 -> line.replaceFirst("\":\"", "\" : \t\"a\tb\\\\q");
                        case 7 -> line + "}";
                        case 8 -> "";
                        case 9 -> line.replaceFirst(",", ", \"more\":{\"x\":[1,{}]},");
                        case 10 -> line.replaceFirst("\"(?=:)", "\":null,\"again\"");
                        case 11 -> line.replaceFirst("2026", "2\u00e926");
                        default -> line;
                    });
            lines.append('\n');
        }
        return lines.toString();
    }

    private String go() {
        String at = "{\"Time\":\"2026-03-02T09:30:" + (10 + random.nextInt(50)) + "." + random.nextInt(999999) + "Z\"";
        if (test.isEmpty() || random.nextInt(3) == 0) {
            in = ",\"Package\":\"example.com/shop/" + one("a", "b", "c") + "\"";
            test = ",\"Test\":\"Test" + one("A", "B", "A/x", "A/x/y", "B/caf\u00e9") + "\"";
        }
        return switch (random.nextInt(20)) {
            case 0 -> at + ",\"Action\":\"start\"" + in + "}";
            case 1 -> at + ",\"Action\":\"" + one("pass", "fail", "skip") + "\"" + in + ",\"Elapsed\":1.5}";
            case 2 -> at + ",\"Action\":\"output\"" + in + ",\"Output\":\"" + text() + "\"}";
            case 3 -> at + ",\"Action\":\"build-output\",\"ImportPath\":\"b\",\"Output\":\"" + text() + "\"}";
            case 4, 5 -> at + ",\"Action\":\"run\"" + in + test + "}";
            case 6, 7, 8 ->
                at + ",\"Action\":\"" + one("pass", "fail", "skip", "bench", "pause") + "\"" + in + test
                        + ",\"Elapsed\":0.0" + random.nextInt(9) + "}";
            default -> at + ",\"Action\":\"output\"" + in + test + ",\"Output\":\"" + text() + "\"}";
        };
    }

    private String libtest() {
        String name = one("cart::total", "cart::empty", "src/a.rs - a::b (line 3)", "shop::cart$total#" + (1 + rare()));
        return switch (random.nextInt(10)) {
            case 0 -> "{\"type\":\"suite\",\"event\":\"started\",\"test_count\":2}";
            case 1 -> "{\"type\":\"suite\",\"event\":\"" + one("ok", "failed") + "\",\"passed\":1}";
            case 2, 3, 4 -> "{\"type\":\"test\",\"event\":\"started\",\"name\":\"" + name + "\"}";
            default ->
                "{\"type\":\"test\",\"name\":\"" + name + "\",\"event\":\"" + one("ok", "failed", "ignored", "ok")
                        + "\",\"exec_time\":0.25,\"stdout\":\"" + text() + "\"}";
        };
    }

    private String claude() {
        String time = "\"timestamp\":\"2026-03-02T09:30:" + (10 + random.nextInt(50)) + "Z\"";
        String id = "toolu_" + random.nextInt(6);
        return random.nextBoolean()
                ? "{\"type\":\"assistant\"," + time + ",\"message\":{\"content\":[{\"type\":\"tool_use\",\"id\":\"" + id
                        + "\",\"name\":\"" + one("Bash", "Read") + "\"}]}}"
                : "{\"type\":\"user\"," + time
                        + ",\"message\":{\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"" + id
                        + "\",\"is_error\":" + random.nextBoolean() + ",\"content\":\"" + text() + "\"}]}}";
    }

    private String session() {
        return "{\"type\":\"" + one("agent.tool_use", "agent.message", "session.error", "user.message")
                + "\",\"id\":\"e" + random.nextInt(9) + "\",\"processed_at\":\"2026-03-02T09:30:00Z\",\"is_error\":"
                + random.nextBoolean() + ",\"content\":[{\"type\":\"text\",\"text\":\"" + text() + "\"}]}";
    }

    private String otlp() {
        String attributes = one(
                attribute("rf.suite.name", one("Shop", "Cart")) + "," + attribute("rf.status", one("PASS", "FAIL")),
                attribute("rf.test.name", "adds " + random.nextInt(5)) + ","
                        + attribute("rf.status", one("PASS", "FAIL")),
                attribute("rf.test.name", "takes " + random.nextInt(5)) + "," + attribute("rf.status", "PASS"),
                attribute("http.method", "GET"));
        return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"spanId\":\"" + random.nextInt(9)
                + "\",\"parentSpanId\":\"" + one("", "1", "2", "3") + "\",\"name\":\"step " + random.nextInt(4)
                + "\",\"startTimeUnixNano\":\"17000000000000000" + (10 + random.nextInt(80)) + "\",\"attributes\":["
                + attributes + "],\"status\":{\"code\":" + random.nextInt(3) + ",\"message\":\"" + text()
                + "\"}}]}]}]}";
    }

    private static String attribute(String key, String value) {
        return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
    }

    private int rare() {
        return random.nextInt(8) == 0 ? 1 : 0;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
