package dev.expertd.trace.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8ReaderTest {
    private static final byte[][] PIECES = {
        "plain text ".getBytes(StandardCharsets.UTF_8),
        "\u00e4\u20ac\ud83d\ude00".getBytes(StandardCharsets.UTF_8),
        {(byte) 0xF0, (byte) 0x9F, (byte) 0x98},
        {(byte) 0xE2, (byte) 0x82},
        {(byte) 0xC3},
        {(byte) 0x80},
        {(byte) 0xFF, (byte) 0xFE},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xF0, (byte) 0x80},
        {'\n', 0}
    };

    @Test
    void whateverTheBytesTheTextIsThatOfTheJdk() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = made(random, random.nextInt(60));
            assertThat(text(bytes, 1 + random.nextInt(7))).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Test
    void nothingIsLostBetweenBuffers() throws IOException {
        Random random = new Random(12);
        for (int round = 0; round < 20; round++) {
            byte[] bytes = made(random, 20_000);
            assertThat(text(bytes, 1 + random.nextInt(9_000))).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Test
    void aTextWithoutAnyAsciiIsReadToItsEnd() throws IOException {
        byte[] bytes = "\u20ac".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        assertThat(text(bytes, 10_000)).isEqualTo("\u20ac".repeat(20_000));
    }

    private static byte[] made(Random random, int pieces) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < pieces; i++) {
            bytes.writeBytes(PIECES[random.nextInt(PIECES.length)]);
        }
        return bytes.toByteArray();
    }

    /** The bytes come in so many at a time, as a slow disk may give them. */
    private static String text(byte[] bytes, int atATime) throws IOException {
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                return super.read(buffer, from, Math.min(length, atATime));
            }
        };
        StringWriter text = new StringWriter();
        try (Utf8Reader reader = new Utf8Reader(slow)) {
            reader.transferTo(text);
        }
        return text.toString();
    }
}
