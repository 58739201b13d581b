package dev.expertd.expertise;

import dev.expertd.model.Section;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells files of expertise from others that happen to lie where such files lie. */
final class Recognition {
    private static final int LARGEST = 256 << 10;
    private static final int HEAD = 1_500;
    private static final Pattern FRONT_MATTER =
            Pattern.compile("^(?:type: *[\"']?expert|last_updated:|tags:.*\\bexpert-file\\b)", Pattern.MULTILINE);
    private static final Pattern LEARNINGS = Pattern.compile("(?:Part \\d+: )?Learnings(?: .*)?");

    private Recognition() {}

    /** True if the file says of itself that it is one, or has a section for learnings. */
    static boolean isExpertise(Path file) {
        try {
            return isExpertise(file.getFileName().toString(), beginning(file));
        } catch (IOException e) {
            return false;
        }
    }

    /** The same of a file of that name with that content. */
    static boolean isExpertise(String name, byte[] bytes) {
        try {
            if (isYaml(name)) {
                return YamlText.of(bytes).isExpertise();
            }
            Lines lines = new Lines(bytes);
            FrontMatter front = FrontMatter.of(lines);
            Outline outline = new Outline(lines, front.lineCount());
            String text = lines.text();
            String head = text.substring(0, Math.min(HEAD, text.length())).toLowerCase(Locale.ROOT);
            return front.lineCount() > 0 && FRONT_MATTER.matcher(head).find()
                    || head.contains("mental model")
                    || head.contains("expertise")
                    || outline.headings.stream().anyMatch(heading -> isSection(heading.text()));
        } catch (ExpertiseException e) {
            return false;
        }
    }

    /** True if the file has a part {@code ## Learnings}. */
    static boolean holdsPart(Path file) {
        try {
            return ListText.holdsPart(beginning(file));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean isSection(String heading) {
        for (Section section : Section.values()) {
            if (heading.equals(section.heading())) {
                return true;
            }
        }
        return LEARNINGS.matcher(heading).matches();
    }

    /** Enough to tell; the whole file if it is of a usual size. */
    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST);
        }
    }
}
