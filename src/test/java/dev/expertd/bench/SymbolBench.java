package dev.expertd.bench;

import dev.expertd.symbols.Language;
import dev.expertd.symbols.Outline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Reading what source files define, language by language, beside a bare loop over their characters: medians of five
 * interleaved rounds behind one that warms up, each over at least 10 MB. {@code bench/run.sh symbols [DIR]} runs it.
 */
public final class SymbolBench {
    private static final int ROUNDS = 5;
    private static final long LEAST = 10_000_000;
    private static final long LARGEST = 2_000_000;
    private static final double LIMIT = 50;

    private record Source(String path, String text) {}

    private SymbolBench() {}

    public static void main(String[] arguments) throws IOException {
        System.out.printf("%-12s %8s %10s %12s %8s%n", "language", "MB", "MB/s", "bare, MB/s", "limit");
        boolean fine = true;
        for (Map.Entry<Language, List<Source>> entry :
                sources(Path.of(arguments[0])).entrySet()) {
            long size = entry.getValue().stream()
                    .mapToLong(source -> source.text().length())
                    .sum();
            List<Double> ours = new ArrayList<>();
            List<Double> bare = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                double loop = speed(
                        entry.getValue(),
                        size,
                        source -> source.text().chars().filter(c -> c == '{').count());
                double reading = speed(
                        entry.getValue(),
                        size,
                        source -> Outline.of(source.path(), source.text())
                                .definitions()
                                .size());
                if (round > 0) {
                    bare.add(loop);
                    ours.add(reading);
                }
            }
            double middle = median(ours);
            fine &= middle >= LIMIT;
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %8.1f %10.0f %12.0f %8s%n",
                    entry.getKey().name().toLowerCase(Locale.ROOT),
                    size / 1e6,
                    middle,
                    median(bare),
                    middle >= LIMIT ? "ok" : "missed");
        }
        if (!fine) {
            System.exit(1);
        }
    }

    private static Map<Language, List<Source>> sources(Path folder) throws IOException {
        Map<Language, List<Source>> sources = new EnumMap<>(Language.class);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                Language language = Language.of(file.toString());
                if (language != Language.OTHER && Files.size(file) <= LARGEST) {
                    sources.computeIfAbsent(language, each -> new ArrayList<>())
                            .add(new Source(
                                    file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
                }
            }
        }
        return sources;
    }

    /** In MB (of characters) a second. */
    private static double speed(List<Source> sources, long size, ToLongFunction<Source> reader) {
        long times = Math.max(1, LEAST / Math.max(1, size));
        long sum = 0;
        long start = System.nanoTime();
        for (long time = 0; time < times; time++) {
            for (Source source : sources) {
                sum += reader.applyAsLong(source);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return sum < 0 ? 0 : size * times / 1e6 / seconds;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
