package dev.expertd.expertise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.io.Staging;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editors that opened the file before it was replaced and write to it after. */
class LateEditsTest {
    private static final String TEXT = "# Lessons\n\n### tips\n- one\n- two\n";

    @TempDir
    Path folder;

    private final LateEdits late = new LateEdits();
    private ExpertiseWriter writer;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        writer = new ExpertiseWriter(Clock.systemUTC(), new Staging(folder.resolve("staging")), late);
        file = Files.writeString(folder.resolve("lessons.md"), TEXT);
    }

    @Test
    void whatIsAppendedToTheReplacedFileComesIntoTheNewOneOnce() throws IOException {
        try (FileChannel editor = FileChannel.open(file, StandardOpenOption.APPEND)) {
            ours("- ours\n");
            editor.write(utf8("- theirs\n"));
            settle();
            editor.write(utf8("- later\n"));
            settle();
        }
        settle();
        assertThat(Files.readAllLines(file))
                .contains("- one", "- two")
                .containsOnlyOnce("- ours")
                .containsOnlyOnce("- theirs")
                .containsOnlyOnce("- later");
    }

    @Test
    void aFileThatIsMadeEmptyAndWrittenInPiecesLosesNothing() throws IOException {
        try (FileChannel editor = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ours("- ours\n");
            editor.truncate(0);
            settle();
            assertThat(file).content().contains("- one").contains("- ours");
            editor.write(utf8("# Lessons\n\n### tips\n- one\n"));
            late.look(folder, writer);
            editor.write(utf8("- two\n- theirs\n"));
            settle();
        }
        assertThat(Files.readAllLines(file))
                .containsOnlyOnce("- one")
                .containsOnlyOnce("- two")
                .containsOnlyOnce("- ours")
                .containsOnlyOnce("- theirs");
    }

    @Test
    void aGlanceTellsWhenALookIsWorthIt() throws IOException {
        assertThat(late.glance(folder)).isEmpty();
        try (FileChannel editor = FileChannel.open(file, StandardOpenOption.APPEND)) {
            ours("- ours\n");
            assertThat(late.glance(folder))
                    .hasValueSatisfying(next -> assertThat(next).isPositive());
            editor.write(utf8("- theirs\n"));
            assertThat(late.glance(folder)).hasValue(Duration.ZERO);
            assertThat(late.look(folder, writer))
                    .as("it may still be written to")
                    .isPresent();
            assertThat(late.glance(folder))
                    .as("seen already")
                    .hasValueSatisfying(next -> assertThat(next).isPositive());
            assertThat(late.look(folder, writer)).isEmpty();
        }
        assertThat(Files.readAllLines(file)).containsOnlyOnce("- theirs");
        assertThat(late.glance(folder.resolve(".."))).isPresent();
    }

    @Test
    void linesThatCannotBeMergedAreAllKept() {
        byte[] merged = AddedLines.into(
                bytes("a\nours\nb\nb\nend"), bytes("a\nb\nb\nend"), bytes("a\ntheirs\nb\nb\nend\nmore\nmore\n"));
        assertThat(new String(merged, UTF_8)).isEqualTo("a\ntheirs\nours\nb\nb\nend\nmore\nmore\n");
    }

    private void ours(String line) throws IOException {
        assertThat(writer.write(folder, "lessons.md", "", before -> bytes(new String(before, UTF_8) + line)))
                .isInstanceOf(WriteResult.Written.class);
    }

    /** Two looks agree, and what they found is merged. */
    private void settle() throws IOException {
        late.look(folder, writer);
        late.look(folder, writer);
    }

    private static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
