package dev.expertd.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ratios of an earlier run, to notice what has become slower. Seconds are not compared: machines differ. */
final class Earlier {
    /** Two runs of the same code differ by so much. */
    private static final double NOISE = 1.4;

    private final Map<String, Double> ratios = new HashMap<>();

    private Earlier() {}

    static Earlier read(Path file) throws IOException {
        Earlier earlier = new Earlier();
        if (Files.exists(file)) {
            for (JsonNode row : new ObjectMapper().readTree(file.toFile()).path("rows")) {
                if (row.has("ratio")) {
                    earlier.ratios.put(
                            row.path("what").asText(), row.path("ratio").asDouble());
                }
            }
        }
        return earlier;
    }

    /** One line for each ratio that is clearly worse than it was. */
    List<String> warnings(Table table) {
        List<String> warnings = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Double was = ratios.get(row.what());
            if (was != null && row.ratio().isPresent()) {
                double now = row.ratio().getAsDouble();
                boolean isMoreBetter = row.limit().startsWith("at least");
                if (isMoreBetter ? now * NOISE < was : now > was * NOISE) {
                    warnings.add("warning: " + row.what() + " was " + Math.round(was * 100) / 100.0 + " and is "
                            + Math.round(now * 100) / 100.0);
                }
            }
        }
        return warnings;
    }
}
