package dev.expertd.curate.route;

import dev.expertd.model.ExpertView;
import java.util.List;
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
        List<ExpertView> experts = question.experts();
        Told[] told = Told.forEach(experts.size());
        double all = 0;
        for (String path : question.paths()) {
            double weight = PathWeight.of(path);
            all += weight;
            Set<String> words = path.startsWith(".claude/") ? Set.of() : Words.of(path);
            for (int i = 0; i < told.length; i++) {
                if (isIn(name(experts.get(i)), words)) {
                    told[i].add("is called as a part of " + path, weight);
                }
            }
        }
        for (int i = 0; i < told.length; i++) {
            ballot.add(i, told[i].share(CALLED, all), told[i].words());
            ballot.add(i, scope.equals(name(experts.get(i))) ? SCOPED : 0, "is the scope of the message");
        }
    }

    private static String name(ExpertView view) {
        return view.expert().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isIn(String name, Set<String> words) {
        return words.contains(name) || words.contains(name + "s");
    }
}
