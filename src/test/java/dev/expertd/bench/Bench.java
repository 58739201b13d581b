package dev.expertd.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what DESIGN limits, and prints one table. {@code bench/run.sh} builds, installs and starts it. */
@Command(name = "bench/run.sh", description = "Measures expertd beside its peers, as ratios in one run.")
public final class Bench implements Callable<Integer> {
    private static final Map<String, Part> PARTS = parts();

    @Parameters(
            arity = "0..*",
            paramLabel = "PART",
            description = "hook, latency, draft, git, trace, start, catchup, idle, scale")
    private List<String> asked = List.of();

    @Option(names = "--quick", description = "in under three minutes, beside the ratios of bench/quick.json")
    private boolean quick;

    @Option(names = "--repo", paramLabel = "DIR", description = "a real repository for the parts about git")
    private @Nullable Path repository;

    @Option(names = "--mb", paramLabel = "N", description = "the size of made traces, 256 unless told otherwise")
    private int megabytes;

    @Option(names = "--idle", paramLabel = "TIME", description = "how long the daemon is left alone: 10m, 1h, 30s")
    private String idle = "";

    @Option(names = "--launcher", hidden = true, required = true)
    private Path launcher = Path.of("");

    @Option(names = "--made", hidden = true, required = true)
    private Path made = Path.of("");

    @Option(names = "--class-path", hidden = true, required = true)
    private String mavenClassPath = "";

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("hook", new HookBench());
        parts.put("latency", new LatencyBench());
        parts.put("draft", new DraftBench());
        parts.put("git", new LookBench());
        parts.put("trace", new TraceBench());
        parts.put("start", new StartBench());
        parts.put("catchup", new CatchUpBench());
        parts.put("idle", new IdleBench());
        parts.put("scale", new ScaleBench());
        return parts;
    }

    @Override
    public Integer call() throws Exception {
        List<String> unknown =
                asked.stream().filter(part -> !PARTS.containsKey(part)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("bench/run.sh: no part " + unknown + "; there are " + PARTS.keySet());
            return 2;
        }
        Setting setting = new Setting(
                launcher.toAbsolutePath(),
                Files.createDirectories(made).toRealPath(),
                mavenClassPath,
                quick,
                Optional.ofNullable(repository).map(Path::toAbsolutePath),
                megabytes > 0 ? megabytes : quick ? 32 : 256,
                idle.isEmpty() ? Duration.ofSeconds(quick ? 15 : 600) : duration(idle));
        Table table = new Table();
        for (String part : asked.isEmpty() ? new ArrayList<>(PARTS.keySet()) : asked) {
            System.err.println("measuring: " + part);
            PARTS.get(part).measure(setting, table);
        }
        System.out.println(machine());
        System.out.println();
        table.print(System.out);
        write(setting, table);
        if (quick) {
            Earlier.read(Path.of("bench/quick.json")).warnings(table).forEach(System.out::println);
            return 0;
        }
        return table.isFine() ? 0 : 1;
    }

    private static void write(Setting setting, Table table) throws Exception {
        ObjectNode all = new ObjectMapper().createObjectNode();
        all.put("machine", machine());
        all.set("rows", table.json());
        Path file = setting.made().resolveSibling("results.json");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
        System.err.println("written: " + file);
    }

    private static String machine() throws Exception {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .distinct()
                .collect(Collectors.joining(", "));
        long memory = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
        Process git = new ProcessBuilder("git", "--version").start();
        String version = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Runtime.getRuntime().availableProcessors() + " cores (" + processor + "), " + (memory >> 20) + " GiB, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + Runtime.version() + ", " + version.strip();
    }

    private static Duration duration(String words) {
        int number = Integer.parseInt(words.replaceAll("\\D", ""));
        return words.endsWith("h")
                ? Duration.ofHours(number)
                : words.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
    }
}
