package dev.expertd.curate.route;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Experts that are called as a part of a changed path is, or as the scope of the message. Scopes name a topic more
 * often than a place, so they count little.
 */
final class Names {
    private static final double CALLED = 1;
    private static final double SCOPED = 0.3;
    private static final Pattern SCOPE = Pattern.compile("^[a-z]{2,12}\\(([^()\\n]{2,40})\\)!?:");

    private Names() {}

    static void weigh(Question question, Ballot ballot) {
        Matcher matcher = SCOPE.matcher(question.message());
        String scope = matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
        for (int i = 0; i < question.experts().size(); i++) {
            String name = question.experts().get(i).expert().name().toLowerCase(Locale.ROOT);
            Told told = new Told();
            double all = 0;
            for (String path : question.paths()) {
                double weight = PathWeight.of(path);
                all += weight;
                if (!path.startsWith(".claude/")) {
                    Set<String> words = Words.of(path);
                    told.add("is called as a part of " + path, isIn(name, words) ? weight : 0);
                }
            }
            ballot.add(i, told.share(CALLED, all), told.words());
            ballot.add(i, scope.equals(name) ? SCOPED : 0, "is the scope of the message");
        }
    }

    private static boolean isIn(String name, Set<String> words) {
        return words.contains(name) || words.contains(name + "s");
    }
}
