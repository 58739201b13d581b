package dev.expertd.curate.route;

import dev.expertd.model.ExpertView;
import java.util.List;

/** The changed paths that changed together with an expertise file before. */
final class SharedPast {
    private static final double TOGETHER = 1.5;
    private static final double HALF = 0.3;

    private SharedPast() {}

    static void weigh(Question question, Ballot ballot) {
        List<ExpertView> experts = question.experts();
        Told[] told = Told.forEach(experts.size());
        double all = 0;
        for (String path : question.paths()) {
            double weight = PathWeight.of(path);
            all += weight;
            double sum = 0;
            double[] shares = new double[told.length];
            for (int i = 0; i < told.length; i++) {
                shares[i] = question.together().of(experts.get(i).expert().file(), path);
                sum += shares[i];
            }
            for (int i = 0; i < told.length && sum > 0; i++) {
                told[i].add(path + " or its folder changed with its file before", weight * shares[i] / (sum + HALF));
            }
        }
        for (int i = 0; i < told.length; i++) {
            ballot.add(i, told[i].share(TOGETHER, all), told[i].words());
        }
    }
}
