package dev.expertd.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.SharedCorpus;
import dev.expertd.model.Expert;
import dev.expertd.model.Section;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real expertise files: merging two lines is adding one behind the other. */
class CorpusMergeTest {
    @Test
    void twoBranchesThatAddALineMergeToBothLinesInEverySectionAndCopy() throws Exception {
        int compared = 0;
        try (Stream<Path> files = Files.list(SharedCorpus.require("corpus/expertise"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                for (byte[] copy : copies(Files.readString(file))) {
                    for (Section section : Section.values()) {
                        compared += merges(file.getFileName() + " " + section, copy, section);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    private static int merges(String what, byte[] base, Section section) throws Exception {
        ExpertiseText text = ExpertiseText.parse(base, Expert.Format.SECTIONS);
        byte[] ours = text.insert(section, "ours");
        byte[] theirs = text.insert(section, "theirs");
        byte[] both = ExpertiseText.parse(ours, Expert.Format.SECTIONS).insert(section, "theirs");
        Optional<byte[]> merged = ExpertiseMerge.merge(base, ours, theirs, (b, o, t) -> Optional.empty());
        assertThat(merged).as(what).isPresent();
        assertThat(new String(merged.orElseThrow(), StandardCharsets.UTF_8))
                .as(what)
                .isEqualTo(new String(both, StandardCharsets.UTF_8));
        return 1;
    }

    private static List<byte[]> copies(String text) {
        return Stream.of(text, text.replace("\n", "\r\n"), "\uFEFF" + text, text.stripTrailing())
                .map(copy -> copy.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
