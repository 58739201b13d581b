package dev.expertd.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.expertd.SharedCorpus;
import dev.expertd.model.Expert;
import dev.expertd.model.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real expertise files: a line goes where its author would have put it, and taking it out leaves no trace. */
class CorpusRoundTripTest {
    private static final String LINE = "`handler` fails when the *tenant* is missing: pass it on (component: x)";

    @Test
    void aLineGoesBehindTheLastBulletOfItsSection() throws Exception {
        Path folder = SharedCorpus.require("corpus/expertise");
        int compared = 0;
        for (JsonNode file :
                new ObjectMapper().readTree(folder.resolve("append-points.json").toFile())) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file.get("file").asText()));
            for (Section section : Section.values()) {
                JsonNode point = file.get("sections").get(section.heading());
                if (point == null) {
                    continue;
                }
                ExpertiseText text = ExpertiseText.parse(bytes, Expert.Format.SECTIONS);
                assertThat(text.bullets(section)).hasSize(point.get("bullets").asInt());
                List<String> lines = new String(text.insert(section, LINE), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                assertThat(lines.get(point.get("insert_after_line").asInt())).isEqualTo("- " + LINE);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    @Test
    void addingAndRemovingALineGivesTheSameBytesInEveryCopy() throws Exception {
        Path folder = SharedCorpus.require("corpus/expertise");
        int compared = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                for (Map.Entry<String, byte[]> copy :
                        copies(Files.readAllBytes(file)).entrySet()) {
                    for (Section section : Section.values()) {
                        roundTrip(file + " " + copy.getKey(), copy.getValue(), section, Expert.Format.SECTIONS);
                        compared++;
                    }
                    roundTrip(file + " " + copy.getKey(), copy.getValue(), Section.TIPS, Expert.Format.LIST);
                }
            }
        }
        assertThat(compared).isGreaterThan(250);
    }

    private static void roundTrip(String what, byte[] bytes, Section section, Expert.Format format) throws Exception {
        ExpertiseText before = ExpertiseText.parse(bytes, format);
        byte[] with = before.insert(section, LINE);
        assertThat(ExpertiseText.parse(with, format).bullets(section))
                .as(what)
                .contains(LINE)
                .hasSize(before.bullets(section).size() + 1);
        assertThat(ExpertiseText.parse(with, format).remove(section, LINE))
                .as(what)
                .hasValueSatisfying(without -> assertThat(without).as(what).isEqualTo(bytes));
    }

    private static Map<String, byte[]> copies(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", -1);
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            mixed.append(lines[i]).append(i == lines.length - 1 ? "" : i % 3 == 0 ? "\r\n" : "\n");
        }
        ByteArrayOutputStream bom = new ByteArrayOutputStream();
        bom.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        bom.write(bytes);
        Map<String, byte[]> copies = new LinkedHashMap<>();
        copies.put("LF", bytes);
        copies.put("CRLF", text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        copies.put("BOM", bom.toByteArray());
        copies.put("no final newline", text.stripTrailing().getBytes(StandardCharsets.UTF_8));
        copies.put("mixed", mixed.toString().getBytes(StandardCharsets.UTF_8));
        return copies;
    }
}
