package dev.expertd.expertise;

import dev.expertd.model.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Markdown put together at random from what real and hostile files are made of. */
final class MadeMarkdown {
    private static final List<String> BLOCKS = List.of(
            "Prose about `code`.\nAnd more of it.\n",
            "```python\n# no heading\n### tips\n- no item\n```\n",
            "~~~\n## Learnings\n~~~\n",
            "- One\n- Two\n  - inner\n  - inner too\n- Three\n",
            "* Star\n* Other star\n",
            "  - indented\n  - as well\n",
            "- Loose\n\n- List\n\n- Of three\n",
            "- Goes on\nlazily\n",
            "1. First\n2. Second\n",
            "+ a\n\n    code in it\n",
            "- with a fence\n  ```\n  ### tips\n  ```\n",
            "<div>\n- no item\n</div>\n",
            "<!-- a comment\n### tips\n-->\n",
            "> quoted\n> ### tips\n> - no item\n",
            "    ### tips\n    - indented code\n",
            "| a | b |\n|---|---|\n| 1 | - 2 |\n",
            "tips\n----\n",
            "Tips\n====\n",
            "### Tips\n",
            "### Patterns That Work\n\n- Twin\n",
            "#### A smaller heading\n\n- below it\n",
            "---\n",
            "***\n",
            "[ref]: http://example.com\n",
            "- [ ] open\n- [x] closed\n",
            "(none yet)\n",
            "- (none yet: run it)\n",
            "\\# no heading\n",
            "-\n",
            "x".repeat(3_000) + "\n",
            "- " + "long ".repeat(600) + "\n",
            "\u00e4\u00f6\u00fc \u2192 \u4f60\u597d\n",
            "lone\rreturn\n");

    private final Random random;

    MadeMarkdown(long seed) {
        this.random = new Random(seed);
    }

    byte[] next() {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(3) == 0) {
            text.append("---\ntags: [a]\ntags: [b]\nlast_updated: \"2020-01-01\"\n# comment\n---\n");
        }
        some(text, 4);
        List<Section> sections = new ArrayList<>(List.of(Section.values()));
        if (random.nextInt(4) > 0) {
            text.append(random.nextBoolean() ? "## Learnings\n" : "## Part 9: Learnings & Best Practices\n");
            blank(text);
        }
        while (!sections.isEmpty() && random.nextInt(5) > 0) {
            Section section = sections.remove(random.nextInt(sections.size()));
            text.append("### ").append(section.heading()).append(random.nextInt(6) == 0 ? " ###\n" : "\n");
            blank(text);
            some(text, 3);
        }
        if (random.nextInt(3) == 0) {
            text.append("## Part 10\n");
            some(text, 2);
        }
        return ended(text.toString());
    }

    private byte[] ended(String made) {
        String text = made;
        if (random.nextInt(3) == 0) {
            text = text.stripTrailing();
        }
        StringBuilder result = new StringBuilder(random.nextInt(4) == 0 ? "\ufeff" : "");
        int endings = random.nextInt(4);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean crlf = endings == 1 || endings == 2 && random.nextBoolean();
            result.append(letter == '\n' && crlf ? "\r\n" : String.valueOf(letter));
        }
        return result.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void some(StringBuilder text, int most) {
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(BLOCKS.get(random.nextInt(BLOCKS.size())));
            blank(text);
        }
    }

    private void blank(StringBuilder text) {
        text.append("\n".repeat(random.nextInt(3)));
    }
}
