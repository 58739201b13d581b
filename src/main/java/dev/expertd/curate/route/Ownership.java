package dev.expertd.curate.route;

import dev.expertd.curate.Globs;
import dev.expertd.model.Expert;
import dev.expertd.model.MovedPath;
import java.util.List;
import java.util.Optional;

/** What people said of paths: lines that they moved, what the settings give to an expert, and its own folder. */
final class Ownership {
    private static final double MOVED = 40;
    private static final double OWNS = 20;
    private static final double HOME = 10;

    /** Of its own prose an expert's file says more than any other prose. */
    private static final double HOME_WEIGHT = 0.5;

    private Ownership() {}

    static void weigh(Question question, Ballot ballot) {
        int experts = question.experts().size();
        double all = 0;
        double[] home = new double[experts];
        for (String path : question.paths()) {
            int at = PathWeight.home(path, question.experts());
            double weight = at < 0 ? PathWeight.of(path) : Math.max(HOME_WEIGHT, PathWeight.of(path));
            all += weight;
            if (at >= 0) {
                home[at] += weight;
            }
        }
        for (int i = 0; i < experts; i++) {
            Expert expert = question.experts().get(i).expert();
            moved(i, expert, all, question, ballot);
            owns(i, expert, all, question.paths(), ballot);
            ballot.add(i, all == 0 ? 0 : HOME * home[i] / all, "its own files were changed");
        }
    }

    /** One path is enough: who moved its line saw where it had gone. */
    private static void moved(int i, Expert expert, double all, Question question, Ballot ballot) {
        Told told = new Told();
        for (String path : question.paths()) {
            by(expert, path, question.moved())
                    .ifPresent(move ->
                            told.add(path + " was moved to it by hand, with " + move.learning(), PathWeight.of(path)));
        }
        ballot.add(i, MOVED * Math.sqrt(told.share(1, all)), told.words());
    }

    private static Optional<MovedPath> by(Expert expert, String path, List<MovedPath> moved) {
        return moved.stream()
                .filter(move -> move.path().equals(path) && move.expert().equals(expert.name()))
                .findFirst();
    }

    private static void owns(int i, Expert expert, double all, List<String> paths, Ballot ballot) {
        Told told = new Told();
        for (String path : expert.owns().isEmpty() ? List.<String>of() : paths) {
            if (expert.owns().stream().anyMatch(glob -> Globs.matches(glob, path))) {
                told.add("owns " + path, PathWeight.of(path));
            }
        }
        ballot.add(i, told.share(OWNS, all), told.words());
    }
}
