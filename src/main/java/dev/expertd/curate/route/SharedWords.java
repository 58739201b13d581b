package dev.expertd.curate.route;

import java.util.HashMap;
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

    private SharedWords() {}

    static void weigh(Question question, List<Territory> territories, Ballot ballot) {
        double average =
                territories.stream().mapToInt(Territory::length).average().orElse(0);
        Map<String, Double> said = said(question);
        Map<String, Double> rarity = new HashMap<>();
        said.keySet().forEach(word -> rarity.put(word, rarity(word, territories)));
        double[] sums = new double[territories.size()];
        double squares = 0;
        double most = 0;
        for (int i = 0; i < sums.length; i++) {
            Territory territory = territories.get(i);
            for (Map.Entry<String, Double> word : said.entrySet()) {
                sums[i] += word.getValue()
                        * rarity.getOrDefault(word.getKey(), 0.0)
                        * use(word.getKey(), territory, average);
            }
            squares += sums[i] * sums[i];
            most = Math.max(most, sums[i]);
        }
        for (int i = 0; i < sums.length && squares > 0; i++) {
            double score = WORDS * most / (most + HALF) * sums[i] * sums[i] / squares;
            ballot.add(i, score, "uses " + told(said, rarity, territories.get(i), average));
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
        long using = territories.stream()
                .filter(each -> each.words().containsKey(word))
                .count();
        return using == 0 ? 0 : Math.log((territories.size() + 1.0) / using);
    }

    private static double use(String word, Territory territory, double average) {
        int times = territory.words().getOrDefault(word, 0);
        return times == 0 ? 0 : times / (times + SOON * (1 - LENGTH + LENGTH * territory.length() / average));
    }

    private static String told(
            Map<String, Double> said, Map<String, Double> rarity, Territory territory, double average) {
        return String.join(
                ", ",
                said.keySet().stream()
                        .filter(word -> territory.words().containsKey(word))
                        .sorted((one, other) -> Double.compare(
                                said.getOrDefault(other, 0.0)
                                        * rarity.getOrDefault(other, 0.0)
                                        * use(other, territory, average),
                                said.getOrDefault(one, 0.0)
                                        * rarity.getOrDefault(one, 0.0)
                                        * use(one, territory, average)))
                        .limit(TOLD)
                        .map(word -> "`" + word + "`")
                        .toList());
    }
}
