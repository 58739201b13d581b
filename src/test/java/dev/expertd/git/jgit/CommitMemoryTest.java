package dev.expertd.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

class CommitMemoryTest {
    private static final Path HERE = Path.of("/here/.git");

    private final CommitMemory memory = new CommitMemory();

    @Test
    void whatWasReadInOneRepositoryIsKnownInThatOne() {
        memory.put(HERE, id(1), new byte[] {1});
        assertThat(memory.get(HERE, id(1))).hasValue(new byte[] {1});
        assertThat(memory.get(HERE, id(2))).isEmpty();
        assertThat(memory.get(Path.of("/there/.git"), id(1))).isEmpty();
    }

    @Test
    void whatWasNotAskedForLongestMakesRoom() {
        for (int i = 0; i < 10_000; i++) {
            memory.put(HERE, id(i), new byte[400]);
            memory.put(HERE, id(i), new byte[400]);
            assertThat(memory.get(HERE, id(0))).isPresent();
        }
        assertThat(memory.size()).isBetween(3_000, 4_000);
        assertThat(memory.get(HERE, id(1))).isEmpty();
        assertThat(memory.get(HERE, id(9_999))).isPresent();
    }

    @Test
    void aMessageWithoutEndIsNotKept() {
        memory.put(HERE, id(1), new byte[100_000]);
        assertThat(memory.size()).isZero();
    }

    private static ObjectId id(int number) {
        return ObjectId.fromString(String.format("%040x", number));
    }
}
