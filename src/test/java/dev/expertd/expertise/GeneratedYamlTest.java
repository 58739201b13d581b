package dev.expertd.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Expert;
import dev.expertd.model.Section;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML put together at random: a line is one more entry and nothing else, and goes without a trace. */
class GeneratedYamlTest {
    private static final String LINE = "`f` fails zq7: call \"g\" # first - {x: [1]}";
    private static final List<String> KEYS = List.of(
            "patterns",
            "tips",
            "known_issues",
            "learned_from_failures",
            "best_practices",
            "anti_patterns",
            "overview",
            "gotchas",
            "common_issues",
            "files");
    private static final List<String> VALUES = List.of(
            ": []\n",
            ":\n",
            ": [a, \"b, c\"]\n",
            ":\n  - \"a: b\"\n  - c # note\n",
            ":\n- a\n\n- 'b'\n",
            ":\n  - issue: a\n    solution: \"b\"\n",
            ":\n  - name: x\n    text: |\n      - tips\n      more\n",
            ": |\n  tips:\n    - no\n",
            ": {a: 1, tips: [2]}\n",
            ":\n  tips:\n    - deep\n",
            ":\n    - far\n    - >-\n      folded\n      text\n",
            ": # nothing yet\n",
            ":\n  - [nested, list]\n",
            ":\n  -   wide\n  -   gap\n");
    private static int spliced;

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLineIsOneMoreEntry(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            String file = made(random);
            for (Section section : Section.values()) {
                check(file, section, seed + "/" + i + " " + section + "\n" + file);
            }
        }
        assertThat(spliced).isGreaterThan(300);
    }

    private static void check(String file, Section section, String what) throws Exception {
        byte[] with;
        try {
            with = ExpertiseText.parse(file.getBytes(StandardCharsets.UTF_8), Expert.Format.YAML)
                    .insert(section, LINE);
        } catch (ExpertiseException e) {
            return;
        }
        spliced++;
        String after = new String(with, StandardCharsets.UTF_8);
        assertThat(counted(after)).as(what + "\n->\n" + after).isEqualTo(counted(file) + 1);
        assertThat(plain(after)).as(what).contains("zq7");
        assertThat(ExpertiseText.parse(with, Expert.Format.YAML).remove(section, LINE))
                .as(what + "\n->\n" + after)
                .hasValueSatisfying(without -> assertThat(new String(without, StandardCharsets.UTF_8))
                        .as(what)
                        .isEqualTo(file));
    }

    /** How many list entries there are in all. */
    private static int counted(String file) {
        int count = 0;
        for (Object document : yaml().loadAll(file)) {
            count += entries(document);
        }
        return count;
    }

    private static int entries(Object value) {
        if (value instanceof List<?> list) {
            return list.size()
                    + list.stream().mapToInt(GeneratedYamlTest::entries).sum();
        }
        return value instanceof java.util.Map<?, ?> map
                ? map.values().stream().mapToInt(GeneratedYamlTest::entries).sum()
                : 0;
    }

    private static String plain(String file) {
        StringBuilder all = new StringBuilder();
        yaml().loadAll(file).forEach(all::append);
        return all.toString();
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    private static String made(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\ufeff" : "");
        text.append(random.nextInt(4) == 0 ? "---\nexpert: x\n---\n" : "");
        java.util.List<String> keys = new java.util.ArrayList<>(KEYS);
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(random.nextInt(3) == 0 ? "# comment\n" : "").append(keys.remove(random.nextInt(keys.size())));
            text.append(VALUES.get(random.nextInt(VALUES.size())));
            text.append(random.nextBoolean() ? "\n" : "");
        }
        String made = random.nextInt(3) == 0 ? text.toString().stripTrailing() : text.toString();
        return random.nextInt(4) == 0 ? made.replace("\n", "\r\n") : made;
    }
}
