package dev.expertd.curate;

import java.util.Optional;
import java.util.regex.Pattern;

/** A line is one line of 60 to 300 characters that names something one can grep for. */
final class Shape implements Rule {
    static final int MIN = 60;
    static final int MAX = 300;
    private static final Pattern CODE = Pattern.compile("`[^`]{2,}`");
    private static final Pattern ERROR = Pattern.compile("\\b\\w{2,60}(?:Error|Exception|Failure)\\b|\\b[45]\\d\\d\\b");

    @Override
    public Optional<String> objection(Candidate candidate, Desk desk) {
        int length = candidate.line().length();
        if (length < MIN || length > MAX) {
            return Optional.of("the line would have " + length + " characters, not " + MIN + " to " + MAX);
        }
        if (candidate.line().lines().count() > 1) {
            return Optional.of("it would take more than one line");
        }
        boolean names = CODE.matcher(candidate.line()).find()
                || ERROR.matcher(candidate.line()).find();
        return names ? Optional.empty() : Optional.of("it names no symbol, path or error that one can look for");
    }
}
