package dev.expertd.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.TraceReader;
import dev.expertd.trace.TraceReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reading traces beside the least that could be done with them: a bare loop over the tokens of the same library on the
 * same file, {@code jq}, and how much memory the program takes. Medians over interleaved runs; only ratios count.
 *
 * <p>{@code bench/run.sh trace} runs it. Arguments: the launcher of the program, a folder for the made files, their size
 * in MB.
 */
public final class TraceBench {
    private static final int ROUNDS = 5;

    private final Table table = new Table();
    private final Path launcher;
    private final MadeTraces made;

    private TraceBench(Path launcher, MadeTraces made) {
        this.launcher = launcher;
        this.made = made;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        MadeTraces made = new MadeTraces(folder, Integer.parseInt(arguments[2]));
        new TraceBench(Path.of(arguments[0]), made).run();
    }

    private void run() throws Exception {
        Path eagle = made.eagle(1);
        compareLoops("original shape, " + made.size(eagle), eagle, TraceBench::bareJson, 0.85);
        compareLoops("JUnit XML, " + made.size(made.junit()), made.junit(), TraceBench::bareXml, 0.7);
        compareLoops("go test -json, " + made.size(made.lines()), made.lines(), TraceBench::bareJson, 0.5);
        compareWithJq("original shape, " + made.size(eagle), eagle, "[.results[].status] | group_by(.) | length", 4);
        compareWithJq(
                "go test -json, " + made.size(made.lines()), made.lines(), "select(.Action == \"fail\") | .Test", 3);
        memory("original shape", made.eagle(4));
        memory("JUnit XML", made.junit());
        memory("go test -json", made.lines());
        memory("one text of 50 MB", made.longText());
        appended();
        table.print(System.out);
        if (!table.isFine()) {
            System.exit(1);
        }
    }

    /** Something that reads a whole file. */
    private interface Loop {
        void read(Path file) throws IOException, XMLStreamException;
    }

    /** Ours: reading, judging what each test did, and the hash that identifies the run. */
    private void compareLoops(String what, Path file, Loop bare, double limit) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double bareSeconds = seconds(() -> bare.read(file));
            double ourSeconds = seconds(() -> read(file));
            if (round > 0) { // the first one warms up
                beside.add(bareSeconds);
                ours.add(ourSeconds);
            }
        }
        table.faster(what + ", beside a bare token loop", median(ours), median(beside), limit);
    }

    private void compareWithJq(String what, Path file, String filter, double limit) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            ours.add(seconds(() -> Processes.run(List.of(launcher.toString(), "runs", file.toString()))));
            try {
                beside.add(seconds(() -> Processes.run(List.of("jq", "-c", filter, file.toString()))));
            } catch (IOException e) {
                table.missing(what + ", beside jq", "jq is not installed");
                return;
            }
        }
        table.faster(what + ", beside jq, whole commands", median(ours), median(beside), limit);
    }

    private void memory(String what, Path file) throws Exception {
        long peak = Processes.peakOf(List.of(launcher.toString(), "runs", file.toString()));
        table.atMost("peak memory, " + what + " of " + made.size(file), peak / 1024.0, 100, "MB");
    }

    /** What a look at ten appended lines costs when the file is large, beside when it is small. */
    private void appended() throws Exception {
        double small = made.secondsOfAnAppend(1);
        double large = made.secondsOfAnAppend(64);
        table.atMost("ten lines appended to 64 MB, beside 1 MB", large / small, 1.5, "times");
    }

    private static void read(Path file) {
        TraceReading reading = TraceReader.read(List.of(file));
        if (reading.toRun().isEmpty()) {
            throw new IllegalStateException(file + " was not read: " + reading);
        }
    }

    private static void bareJson(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = new JsonFactory().createParser(in)) {
            while (json.nextToken() != null) {
                // nothing is asked for
            }
        }
    }

    private static void bareXml(Path file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                xml.next();
            }
        }
    }

    /** Something that is timed. */
    interface Timed {
        void run() throws Exception;
    }

    static double seconds(Timed work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Rows of what was measured, with the limit of each. */
    static final class Table {
        private final List<String> rows = new ArrayList<>();
        private boolean fine = true;

        void faster(String what, double ours, double beside, double limit) {
            double ratio = beside / ours;
            add(what, ours, "s", beside, ratio, "at least " + limit, ratio >= limit);
        }

        void atMost(String what, double ours, double limit, String unit) {
            add(what, ours, unit, 0, 0, "at most " + limit, ours <= limit);
        }

        void missing(String what, String why) {
            fine = false;
            rows.add(String.format(Locale.ROOT, "| %s | | | | | %s |", what, why));
        }

        private void add(String what, double ours, String unit, double beside, double ratio, String limit, boolean ok) {
            fine &= ok;
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | %.2f %s | %s | %s | %s | %s |",
                    what,
                    ours,
                    unit,
                    beside == 0 ? "" : String.format(Locale.ROOT, "%.2f s", beside),
                    ratio == 0 ? "" : String.format(Locale.ROOT, "%.2f", ratio),
                    limit,
                    ok ? "ok" : "NOT OK"));
        }

        boolean isFine() {
            return fine;
        }

        void print(java.io.PrintStream out) {
            out.println("| what | ours | beside | ratio | limit | |");
            out.println("|---|---|---|---|---|---|");
            rows.forEach(out::println);
        }
    }
}
