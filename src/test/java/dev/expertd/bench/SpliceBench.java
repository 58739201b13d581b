package dev.expertd.bench;

import dev.expertd.expertise.ExpertiseException;
import dev.expertd.expertise.ExpertiseText;
import dev.expertd.model.Expert;
import dev.expertd.model.Section;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;

/**
 * One line into a file of 60 KB, some 45 bytes a line as real ones have: reading, splicing, reading again what was spliced, and the new date. Medians behind a
 * round that warms up. {@code bench/run.sh splice} runs it.
 */
public final class SpliceBench {
    private static final int SIZE = 60 * 1024;
    private static final int TIMES = 200;
    private static final double LIMIT = 5;
    private static final String LINE = "`handler` fails without a tenant: pass it on (discovered: 2026-01-01)";

    private SpliceBench() {}

    public static void main(String[] arguments) throws ExpertiseException {
        boolean fine = measured("Markdown", markdown(), Expert.Format.SECTIONS, LIMIT);
        fine &= measured("list", list(), Expert.Format.LIST, LIMIT);
        measured("YAML", yaml(), Expert.Format.YAML, Double.MAX_VALUE);
        if (!fine) {
            System.exit(1);
        }
    }

    private static boolean measured(String kind, byte[] file, Expert.Format format, double limit)
            throws ExpertiseException {
        double[] times = new double[TIMES];
        long sum = 0;
        for (int i = -TIMES; i < TIMES; i++) {
            long start = processor();
            byte[] with = ExpertiseText.parse(file, format).insert(Section.TIPS, LINE);
            sum += ExpertiseText.parse(with, format).touch(LocalDateTime.MAX.withYear(2026)).length;
            times[Math.max(0, i)] = (processor() - start) / 1e6;
        }
        Arrays.sort(times);
        double median = times[TIMES / 2];
        System.out.printf(
                Locale.ROOT,
                "%-10s %4d KB  median %6.2f ms  p99 %6.2f ms  %s%n",
                kind,
                file.length / 1024,
                median,
                times[TIMES * 99 / 100],
                sum > 0 && median <= limit ? "ok" : "missed");
        return median <= limit;
    }

    /** Nanoseconds that this thread had a processor for: what else runs on the machine does not count. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static byte[] markdown() {
        StringBuilder text = new StringBuilder("---\ntags: [expert-file]\nlast_updated: 2026-01-01\n---\n\n# Expert\n");
        for (int part = 1; text.length() < SIZE * 3 / 4; part++) {
            text.append("\n## Part ")
                    .append(part)
                    .append(
                            ": Things\n\nProse about `session_store` and [its links](docs/stores.md), *again*, as long as lines of such files are.\n\n")
                    .append(
                            "| File | Lines |\n|---|---|\n| `server/app/stores/session_store.py` | 12-34, the handlers of each route |\n\n```python\n# no heading\ntable = boto3.resource('dynamodb').Table(os.getenv('TABLE', 'sessions'))\n```\n\n")
                    .append(
                            "- **One**: of many `names` that the code has, with what each of them is for\n  - inner\n- Two -> three\n\n---\n");
        }
        text.append("\n## Learnings\n");
        for (Section section : Section.values()) {
            text.append("\n### ").append(section.heading()).append('\n');
            int end = text.length() + SIZE / 16;
            while (text.length() < end) {
                text.append("- `session_store` loses *items* when the table is throttled: retry with backoff, as")
                        .append(" `put_item` raises only once (discovered: 2026-01-01, component: stores)\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] list() {
        StringBuilder text = new StringBuilder("# Learnings\n\n");
        while (text.length() < SIZE) {
            text.append("- `session_store` loses *items* when the table is throttled: retry with backoff\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] yaml() {
        StringBuilder text = new StringBuilder("overview:\n  description: \"An area\"\nlast_updated: 2026-01-01\n");
        for (int i = 0; text.length() < SIZE * 3 / 4; i++) {
            text.append("part_").append(i).append(":\n  file: \"app/main.py\"\n  methods:\n    - \"get(id) - one\"\n");
        }
        text.append("tips:\n");
        while (text.length() < SIZE) {
            text.append("  - \"`session_store` loses items when the table is throttled: retry\"\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
