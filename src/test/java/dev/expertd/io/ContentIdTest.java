package dev.expertd.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentIdTest {
    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String id(byte[] bytes) {
        ContentId id = new ContentId();
        id.add(bytes, 0, bytes.length);
        return id.hex();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000, 1 << 20})
    void howTheBytesAreCutDoesNotMatter(int length) {
        byte[] bytes = bytes(length);
        Random random = new Random(3);
        ContentId pieces = new ContentId();
        for (int at = 0; at < length; ) {
            int count = Math.min(length - at, 1 + random.nextInt(90_000));
            pieces.add(bytes, at, count);
            pieces.hex();
            at += count;
        }
        assertThat(pieces.hex()).isEqualTo(id(bytes)).hasSize(64);
    }

    @Test
    void oneOtherBitOneByteMoreOrTwoPartsExchangedIsAnotherContent() {
        byte[] bytes = bytes(150_000);
        Set<String> seen = new HashSet<>(Set.of(id(bytes), id(bytes(149_999)), id(new byte[0]), id(new byte[1])));
        byte[] flipped = bytes.clone();
        flipped[70_000] ^= 1;
        seen.add(id(flipped));
        byte[] exchanged = bytes.clone();
        System.arraycopy(bytes, 0, exchanged, 65_536, 65_536);
        System.arraycopy(bytes, 65_536, exchanged, 0, 65_536);
        seen.add(id(exchanged));
        assertThat(seen).hasSize(6);
    }

    @Test
    void aCopyGoesItsOwnWay() {
        ContentId one = new ContentId();
        one.add(bytes(100_000), 0, 100_000);
        ContentId copy = one.copy();
        String before = one.hex();
        copy.add(bytes(10), 0, 10);
        assertThat(one.hex()).isEqualTo(before).isNotEqualTo(copy.hex());
    }
}
