package dev.expertd.curate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that tells its reader to act instead of telling what was learned. Agents obey expertise files, so a sentence
 * that speaks to them is refused whoever wrote it. Technical advice also says "must", "run" and "ignore", but of things:
 * what is refused speaks of the reader's instructions, plays a part, hides something or hands something out.
 */
public final class Instructions implements Rule {
    private static final Pattern CODE = Pattern.compile("`[^`]{0,300}`");

    /** A sentence, over several lines too, with the blanks behind it. */
    private static final Pattern SENTENCE = Pattern.compile(
            "(?s).+?(?:[.!?](?=\\s)\\s*+|[\u3002\uff01\uff1f]\\s*|\\n(?=[ \\t]{0,40}(?:[-*#>\\n]|\\d{1,3}[.)]))\\s*+|\\z)");

    /** Nobody reads on to what a message says behind that. */
    private static final int LONGEST = 1 << 16;

    Instructions() {}

    @Override
    public Optional<String> objection(Candidate candidate, Desk desk) {
        return isInstruction(candidate.line())
                ? Optional.of("it speaks to the reader as an instruction instead of telling what was learned")
                : Optional.empty();
    }

    /** Prose without the sentences that are instructions, so that what stands beside them can still be learned. */
    public static String dropped(String prose) {
        String text = prose.length() > LONGEST ? prose.substring(0, LONGEST) : prose;
        if (!isInstruction(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        Matcher sentence = SENTENCE.matcher(text);
        while (sentence.find()) {
            String said = sentence.group();
            if (!isInstruction(said)) {
                kept.append(said);
            } else if (said.endsWith("\n\n") && (kept.length() < 2 || kept.charAt(kept.length() - 2) != '\n')) {
                kept.append("\n\n");
            }
        }
        return kept.toString();
    }

    static boolean isInstruction(String line) {
        Folded folded = Folded.of(line);
        return finds(Wordings.ANYWHERE, line)
                || finds(Wordings.TAGS, CODE.matcher(line).replaceAll(" "))
                || folded.readings().stream()
                        .anyMatch(reading -> finds(Wordings.SPOKEN, reading) || finds(ForeignWordings.SPOKEN, reading))
                || finds(Wordings.DENSE, folded.dense());
    }

    private static boolean finds(List<Wording> wordings, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return wordings.stream().anyMatch(wording -> wording.isIn(text, lower));
    }
}
