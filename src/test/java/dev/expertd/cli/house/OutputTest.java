package dev.expertd.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is printed and lost is told; what nobody wants to read is not. */
class OutputTest {
    @Test
    void whatIsPrintedArrivesLineByLine() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        Output output = new Output(to);
        output.printing().println("a line");
        assertThat(to.toString(StandardCharsets.UTF_8)).isEqualTo("a line" + System.lineSeparator());
        assertThat(output.problem()).isEmpty();
    }

    @Test
    void aFullDiskIsTold() {
        assertThat(failing("No space left on device").problem()).contains("No space left on device");
    }

    @Test
    void aReaderWhoHasHadEnoughIsNoProblem() {
        assertThat(failing("Broken pipe").problem()).isEmpty();
    }

    private static Output failing(String why) {
        Output output = new Output(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(why);
            }
        });
        PrintStream out = output.printing();
        out.println("lost");
        assertThat(out.checkError()).isTrue();
        return output;
    }
}
