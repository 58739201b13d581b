package dev.expertd.curate.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words of message and paths that an expertise file uses; one that few of the files use weighs more. */
final class SharedWords {
    private static final double WORDS = 3;
    private static final double HALF = 2;
    private static final double BODY = 0.5;

    /** As BM25 has them: how soon more of a word adds little, and how much the length of a text counts. */
    private static final double SOON = 2;

    private static final double LENGTH = 0.75;
    private static final int TOLD = 3;

    /** A word with what it adds for one expert. */
    private record Shared(String word, double weight) {}

    private SharedWords() {}

    static void weigh(Question question, List<Territory> territories, Ballot ballot) {
        double average =
                territories.stream().mapToInt(Territory::length).average().orElse(0);
        List<List<Shared>> shared = new ArrayList<>();
        double[] sums = new double[territories.size()];
        territories.forEach(each -> shared.add(new ArrayList<>()));
        said(question).forEach((word, weight) -> {
            double rare = weight * rarity(word, territories);
            for (int i = 0; i < sums.length && rare > 0; i++) {
                double adds = rare * use(word, territories.get(i), average);
                if (adds > 0) {
                    sums[i] += adds;
                    shared.get(i).add(new Shared(word, adds));
                }
            }
        });
        double squares = 0;
        double most = 0;
        for (double sum : sums) {
            squares += sum * sum;
            most = Math.max(most, sum);
        }
        for (int i = 0; i < sums.length && squares > 0; i++) {
            ballot.add(i, WORDS * most / (most + HALF) * sums[i] * sums[i] / squares, "uses " + told(shared.get(i)));
        }
    }

    /** In the order of words, so that sums come out alike whatever the order of paths. */
    private static Map<String, Double> said(Question question) {
        Map<String, Double> said = new TreeMap<>();
        String message = question.message();
        int end = message.indexOf('\n');
        Words.of(message).forEach(word -> said.put(word, BODY));
        Words.of(end < 0 ? message : message.substring(0, end)).forEach(word -> said.put(word, 1.0));
        for (String path : question.paths()) {
            double weight = PathWeight.of(path);
            Words.of(path).forEach(word -> said.merge(word, weight, Math::max));
        }
        return said;
    }

    private static double rarity(String word, List<Territory> territories) {
        int using = 0;
        for (Territory territory : territories) {
            using += territory.words().containsKey(word) ? 1 : 0;
        }
        return using == 0 ? 0 : Math.log((territories.size() + 1.0) / using);
    }

    private static double use(String word, Territory territory, double average) {
        int times = territory.words().getOrDefault(word, 0);
        return times == 0 ? 0 : times / (times + SOON * (1 - LENGTH + LENGTH * territory.length() / average));
    }

    private static String told(List<Shared> shared) {
        return String.join(
                ", ",
                shared.stream()
                        .sorted(Comparator.comparingDouble(Shared::weight)
                                .reversed()
                                .thenComparing(Shared::word))
                        .limit(TOLD)
                        .map(each -> "`" + each.word() + "`")
                        .toList());
    }
}
