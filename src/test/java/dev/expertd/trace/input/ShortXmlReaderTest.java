package dev.expertd.trace.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.expertd.trace.TraceReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortXmlReaderTest {
    private static final int LONG = 3 * ShortXmlReader.LENGTH;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a b='c \" d' e=\"f ' g\">h ' i</a>",
                "<?xml version='1.0'?><!DOCTYPE a><a/>",
                "<a><![CDATA[x ]] ]]> y]]></a>",
                "<a><!----></a>"
            })
    void whatIsShortStaysAsItIs(String xml) throws IOException {
        assertThat(shortened(xml)).isEqualTo(xml);
    }

    @Test
    void whatIsLongIsCutAndItsEndStays() throws IOException {
        for (int shift = 0; shift < 6; shift++) {
            String text = "x".repeat(ShortXmlReader.LENGTH - shift);
            String more = "y".repeat(LONG);

            assertThat(shortened("<a b=\"" + text + "&amp;" + more + "\" c='d'/>"))
                    .matches("<a b=\"x+(?:&amp;)?y*\" c='d'/>")
                    .hasSizeLessThan(LONG);
            assertThat(shortened("<a><![CDATA[" + text + "]<b>" + more + "]]]></a>"))
                    .startsWith("<a><![CDATA[x")
                    .endsWith("]]></a>")
                    .hasSizeLessThan(LONG);
        }
        assertThat(shortened("<a><!-- " + "- ".repeat(LONG) + "--></a>")).isEqualTo("<a><!----></a>");
    }

    @Test
    void aParserThatFindsNothingIsStoppedAndReadsAgainWhatIsShort(@TempDir Path folder) throws IOException {
        Path trace = folder.resolve("trace.xml");
        try (Writer out = Files.newBufferedWriter(trace, StandardCharsets.UTF_8)) {
            out.write("<testsuite><testcase name='a'><system-out><![CDATA[");
            String line = "a line <of> a log\n".repeat(4_000);
            for (int i = 0; i < 40; i++) {
                out.write(line);
            }
            out.write("]]></system-out></testcase></testsuite>");
        }

        try (Reader in = new SteppedReader(Files.newBufferedReader(trace, StandardCharsets.UTF_8))) {
            assertThat(catchThrowable(() -> in.transferTo(Writer.nullWriter())))
                    .hasMessage("something in there is very long");
        }
        assertThat(TraceReader.read(List.of(trace))
                        .toRun()
                        .orElseThrow()
                        .counts()
                        .passed())
                .isEqualTo(1);
    }

    private static String shortened(String xml) throws IOException {
        StringWriter out = new StringWriter();
        try (Reader in = new ShortXmlReader(new StringReader(xml))) {
            in.transferTo(out);
        }
        return out.toString();
    }
}
