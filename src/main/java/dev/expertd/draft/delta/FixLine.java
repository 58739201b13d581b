package dev.expertd.draft.delta;

import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.draft.delta.failure.Headline;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts a line together within its length. What goes first where it is too long: the second phrase, an author's
 * sentence without a reason, the end of the message, the reason; code is never cut.
 */
record FixLine(String statement, String detail, boolean author) {
    /** A line has at most 300 characters; 45 are kept for the suffix of the house style, 2 for the colon. */
    static final int LONGEST = 300 - 45 - 2;

    private static final int USUAL = 125;
    private static final List<Integer> WIDER = List.of(190, 170, 150, 140);
    private static final List<Integer> NARROWER = List.of(105, 90, 75, 60);
    private static final Pattern REASON = Pattern.compile("(?i)\\b(?:because|since|due to|caused? by)\\b");

    static Optional<FixLine> of(FailedTest test, FixPhrase phrase, Optional<String> author) {
        String usual = Headline.of(test, USUAL);
        List<String> versions = phrase.versions();
        List<String> full = versions.subList(0, versions.size() - 1);
        List<String> briefest = versions.subList(Math.max(0, versions.size() - 2), versions.size());
        List<String> told = author.map(sentence -> versions.stream()
                        .map(version -> sentence + "; " + version)
                        .toList())
                .orElse(List.of());
        return first(told, List.of(usual), true)
                .or(() -> reason(told).flatMap(brief -> first(brief, narrow(test), true)))
                .or(() -> first(full, List.of(usual), false))
                .map(line -> line.statement().equals(usual) ? widest(test, line) : line)
                .or(() -> first(briefest, narrow(test), false));
    }

    /** A reason that the author gives is worth more than the end of the error's message. */
    private static Optional<List<String>> reason(List<String> told) {
        return told.isEmpty() || !REASON.matcher(told.get(0)).find()
                ? Optional.empty()
                : Optional.of(told.subList(told.size() - 1, told.size()));
    }

    private static List<String> narrow(FailedTest test) {
        return Stream.concat(
                        NARROWER.stream().map(longest -> Headline.of(test, longest)),
                        Stream.of(Headline.shortest(test)))
                .toList();
    }

    /** The first detail that fits, with the first statement it fits to. */
    private static Optional<FixLine> first(List<String> details, List<String> statements, boolean author) {
        return details.stream()
                .flatMap(detail -> statements.stream()
                        .filter(statement -> fits(statement, detail))
                        .map(statement -> new FixLine(statement, detail, author)))
                .findFirst();
    }

    /** Room that is left is the message's: better than cutting it before its point. */
    private static FixLine widest(FailedTest test, FixLine line) {
        return first(
                        List.of(line.detail()),
                        WIDER.stream()
                                .map(longest -> Headline.of(test, longest))
                                .toList(),
                        line.author())
                .orElse(line);
    }

    private static boolean fits(String statement, String detail) {
        return statement.length() + detail.length() <= LONGEST;
    }
}
