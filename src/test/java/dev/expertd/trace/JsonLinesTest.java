package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a line, the other lines count. */
class JsonLinesTest {
    private static final String START = "{\"type\":\"suite\",\"event\":\"started\",\"test_count\":1}\n";
    private static final String OK = "{\"type\":\"test\",\"event\":\"ok\",\"name\":\"a\"}\n";
    private static final String END = "{\"type\":\"suite\",\"event\":\"ok\"}\n";

    @TempDir
    private Path folder;

    @Test
    void whatIsNoJsonIsPassedOver() {
        String noise = "error\n42\n[1]\n\"x\"\n{broken\n{\"a\":\n}\n\n   \n";

        assertThat(passed(START + noise + OK + noise + END)).isEqualTo(1);
    }

    @Test
    void anObjectBehindOtherWordsOrAnotherObjectCounts() {
        assertThat(passed(START + "printing " + OK + OK.strip() + OK.replace("\"a\"", "\"b\"") + END))
                .isEqualTo(3);
    }

    @Test
    void badBytesCostACharacter() {
        byte[] line = OK.getBytes(StandardCharsets.UTF_8);
        line[new String(line, StandardCharsets.UTF_8).indexOf("\"a\"") + 1] = (byte) 0xFF;
        String text = START + new String(line, StandardCharsets.ISO_8859_1) + END;

        assertThat(complete(read(folder, text.getBytes(StandardCharsets.ISO_8859_1)))
                        .results()
                        .get(0)
                        .test()
                        .name())
                .isEqualTo("\uFFFD");
    }

    @Test
    void aDeepLineIsReadAndABottomlessOnePassedOver() {
        String deep = "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + ",";
        String bottomless = "{\"x\":" + "[".repeat(400_000) + "\n";

        assertThat(passed(START + deep + OK.substring(1) + bottomless + OK + END))
                .isEqualTo(2);
    }

    @Test
    void aLineOfFiftyMegabytesIsReadWithItsTextCut() throws IOException {
        Path file = folder.resolve("vast");
        byte[] block = "what a test printed\\n\\\\y\\u00e9\\q".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(START.getBytes(StandardCharsets.UTF_8));
            out.write("{\"type\":\"test\",\"event\":\"failed\",\"stdout\":\"".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 75; i++) {
                out.write(block);
            }
            out.write(("\\nthread 'a' panicked at src/a.rs:1:1:\\nno total\\n\",\"name\":\"a\"}\n" + END)
                    .getBytes(StandardCharsets.UTF_8));
        }

        var result = complete(TraceReader.read(List.of(file))).results().get(0);
        assertThat(result.failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.message()).isEqualTo("no total"));
    }

    private int passed(String text) {
        return complete(read(folder, text)).counts().passed();
    }

    @Test
    void aLineThatLooksLikeAnUnknownEncodingIsPassedOver() {
        byte[] line = {0, 0, '{', 0, '"', '\n'};
        assertThat(Traces.read(folder, line)).isInstanceOf(TraceReading.Unreadable.class);
    }
}
