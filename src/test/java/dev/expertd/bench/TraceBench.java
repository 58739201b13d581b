package dev.expertd.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.TraceReader;
import dev.expertd.trace.TraceReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reading traces beside the least that could be done with them: a bare loop over the tokens of the same library on the
 * same file, jq, Python, and how much memory the program takes.
 */
final class TraceBench implements Part {
    private static final String COUNT_STATUS = "[.results[].status] | group_by(.) | length";
    private static final String FAILED_TESTS = "select(.Action == \"fail\") | .Test";
    private static final String PYTHON = "import json,sys,collections\n"
            + "print(collections.Counter(r['status'] for r in json.load(open(sys.argv[1]))['results'].values()))";
    private static final String PYTHON_LINES = "import json,sys,collections\n"
            + "print(collections.Counter(json.loads(l).get('Action') for l in open(sys.argv[1])))";

    /** Something that reads a whole file. */
    private interface Loop {
        void read(Path file) throws IOException, XMLStreamException;
    }

    @Override
    public void measure(Setting setting, Table table) throws Exception {
        MadeTraces made =
                new MadeTraces(Files.createDirectories(setting.made().resolve("traces")), setting.megabytes());
        Path eagle = made.eagle(1);
        Path lines = made.lines();
        loops(setting, table, "original shape, " + made.size(eagle), eagle, TraceBench::bareJson, 0.85);
        loops(setting, table, "JUnit XML, " + made.size(made.junit()), made.junit(), TraceBench::bareXml, 0.7);
        loops(setting, table, "go test -json, " + made.size(lines), lines, TraceBench::bareJson, 0.5);
        commands(setting, table, "original shape, " + made.size(eagle), eagle, List.of("jq", "-c", COUNT_STATUS), 4);
        commands(setting, table, "go test -json, " + made.size(lines), lines, List.of("jq", "-c", FAILED_TESTS), 3);
        commands(setting, table, "original shape, " + made.size(eagle), eagle, List.of("python3", "-c", PYTHON), 0);
        commands(
                setting, table, "go test -json, " + made.size(lines), lines, List.of("python3", "-c", PYTHON_LINES), 0);
        memory(setting, table, "original shape", made, made.eagle(4));
        memory(setting, table, "JUnit XML", made, made.junit());
        memory(setting, table, "go test -json", made, lines);
        memory(setting, table, "one text of 50 MB", made, made.longText());
        table.atMostTimes(
                "ten lines appended to 64 MB, beside 1 MB",
                made.secondsOfAnAppend(64) * 1000,
                made.secondsOfAnAppend(1) * 1000,
                "ms",
                1.5);
    }

    /** Ours: reading, judging what each test did, and the hash that identifies the run. */
    private static void loops(Setting setting, Table table, String what, Path file, Loop bare, double limit)
            throws Exception {
        Map<String, Timing.Timed> both = new LinkedHashMap<>();
        both.put("ours", () -> read(file));
        both.put("bare", () -> bare.read(file));
        Map<String, Timing> took = Timing.interleaved(both, 1, setting.rounds(5, 3));
        table.faster(
                what + ", beside a bare token loop",
                took.get("ours").median(),
                took.get("bare").median(),
                "s",
                limit);
    }

    private static void commands(Setting setting, Table table, String what, Path file, List<String> peer, double limit)
            throws Exception {
        String row = what + ", beside " + peer.get(0) + ", whole commands";
        if (!Processes.works(peer.get(0), "--version")) {
            table.missing(row, peer.get(0) + " is not installed");
            return;
        }
        Map<String, Timing.Timed> both = new LinkedHashMap<>();
        both.put("ours", () -> Processes.run(runs(setting, file)));
        both.put(
                "peer",
                () -> Processes.run(
                        Stream.concat(peer.stream(), Stream.of(file.toString())).toList()));
        Map<String, Timing> took = Timing.interleaved(both, 0, setting.rounds(3, 1));
        table.faster(row, took.get("ours").median(), took.get("peer").median(), "s", limit);
    }

    private static void memory(Setting setting, Table table, String what, MadeTraces made, Path file) throws Exception {
        double peak = Processes.peakOf(runs(setting, file)) / 1024.0;
        table.atMost("peak memory, " + what + " of " + made.size(file), peak, "MB", 100);
    }

    private static List<String> runs(Setting setting, Path file) {
        return List.of(setting.launcher().toString(), "runs", file.toString());
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
}
