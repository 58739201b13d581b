package dev.expertd.draft.delta;

import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.draft.delta.failure.Headline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a line together within its length. What goes first where it is too long: the author's sentence, the second
 * phrase, the end of the message; code is never cut.
 */
record FixLine(String statement, String detail, boolean author) {
    /** A line has at most 300 characters; 45 are kept for the suffix of the house style, 2 for the colon. */
    static final int LONGEST = 300 - 45 - 2;

    private static final int USUAL = 125;
    private static final int[] WIDER = {190, 170, 150, 140};
    private static final int[] NARROWER = {105, 90, 75, 60};

    static Optional<FixLine> of(FailedTest test, FixPhrase phrase, Optional<String> author) {
        String usual = Headline.of(test, USUAL);
        for (FixLine line : details(phrase, author)) {
            if (fits(usual, line.detail())) {
                return Optional.of(widest(test, usual, line));
            }
        }
        List<String> versions = phrase.versions();
        List<String> briefest =
                List.of(versions.get(Math.max(0, versions.size() - 2)), versions.get(versions.size() - 1));
        for (String detail : briefest) {
            for (int longest : NARROWER) {
                String narrow = Headline.of(test, longest);
                if (fits(narrow, detail)) {
                    return Optional.of(new FixLine(narrow, detail, false));
                }
            }
        }
        for (String detail : briefest) {
            if (fits(Headline.shortest(test), detail)) {
                return Optional.of(new FixLine(Headline.shortest(test), detail, false));
            }
        }
        return Optional.empty();
    }

    private static List<FixLine> details(FixPhrase phrase, Optional<String> author) {
        List<FixLine> details = new ArrayList<>();
        List<String> versions = phrase.versions().subList(0, phrase.versions().size() - 1);
        author.ifPresent(
                sentence -> versions.forEach(version -> details.add(new FixLine("", sentence + "; " + version, true))));
        versions.forEach(version -> details.add(new FixLine("", version, false)));
        return details;
    }

    /** Room that is left is the message's: better than cutting it before its point. */
    private static FixLine widest(FailedTest test, String usual, FixLine line) {
        for (int longest : WIDER) {
            String wide = Headline.of(test, longest);
            if (fits(wide, line.detail())) {
                return new FixLine(wide, line.detail(), line.author());
            }
        }
        return new FixLine(usual, line.detail(), line.author());
    }

    private static boolean fits(String statement, String detail) {
        return statement.length() + detail.length() <= LONGEST;
    }
}
