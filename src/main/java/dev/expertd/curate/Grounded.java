package dev.expertd.curate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything in backticks occurs in the evidence: what the evidence does not say is not said. */
final class Grounded implements Rule {
    private static final Pattern CODE = Pattern.compile("`([^`]{1,300})`");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]{3,}");

    @Override
    public Optional<String> objection(Candidate candidate, Desk desk) {
        String statement = candidate.draft().statement();
        Matcher code = CODE.matcher(statement + " " + candidate.draft().detail());
        while (code.find()) {
            String quoted = code.group(1);
            if (!occurs(quoted, desk.evidence())) {
                return Optional.of("`" + quoted + "` does not occur in the evidence");
            }
        }
        return Optional.empty();
    }

    /** As it is written, word by word, or with the blanks a drafter put between the tokens taken out. */
    private static boolean occurs(String quoted, String evidence) {
        return evidence.contains(quoted)
                || everyWord(quoted, evidence)
                || dense(evidence).contains(dense(quoted));
    }

    private static String dense(String text) {
        return BLANKS.matcher(text).replaceAll("");
    }

    /** A qualified name may be put together from a file and a method, each of which must be there. */
    private static boolean everyWord(String quoted, String evidence) {
        Matcher word = WORD.matcher(quoted);
        boolean any = false;
        while (word.find()) {
            any = true;
            if (!evidence.contains(word.group())) {
                return false;
            }
        }
        return any;
    }
}
