package dev.expertd.curate.route;

import java.util.List;

/**
 * The changed paths as the expertise files name them. What several experts name is shared among them; where a file
 * itself is named by few words, the folders above it say the rest, the nearest first: most of what an expert names lies
 * where it is at home.
 */
final class NamedPaths {
    private static final double NAMES = 5;

    /** So much said of a file is half sure; of a folder it takes more. */
    private static final double HALF_FILE = 0.7;

    private static final double HALF_FOLDER = 3;
    private static final double FARTHER = 0.9;

    /** Two that name a place share it by more than the proportion of what they say. */
    private static final double SHARPNESS = 1.5;

    /** Who names much is less at home at each place; and the least that a file is taken to name. */
    private static final double BREADTH = 0.4;

    private static final double LEAST_NAMED = 5;

    private final List<Claims> claims;
    private final double[] breadths;

    private NamedPaths(List<Claims> claims) {
        this.claims = claims;
        this.breadths = claims.stream()
                .mapToDouble(each -> Math.pow(LEAST_NAMED + each.total(), BREADTH))
                .toArray();
    }

    static void weigh(Question question, List<Claims> claims, Ballot ballot) {
        NamedPaths named = new NamedPaths(claims);
        Told[] told = Told.forEach(claims.size());
        double all = 0;
        for (String path : question.paths()) {
            double weight = PathWeight.of(path);
            all += weight;
            if (PathWeight.home(path, question.experts()) < 0) {
                double[] shares = named.shares(path);
                for (int i = 0; i < told.length; i++) {
                    if (shares[i] > 0) {
                        told[i].add(named.said(path, i), weight * shares[i]);
                    }
                }
            }
        }
        for (int i = 0; i < told.length; i++) {
            ballot.add(i, told[i].share(NAMES, all), told[i].words());
        }
    }

    /** How much of a path is each expert's; together at most 1. */
    private double[] shares(String path) {
        double[] shares = new double[claims.size()];
        double left = 1;
        double half = HALF_FILE;
        for (String place = path; !place.isEmpty(); place = above(place)) {
            double named = 0;
            double sum = 0;
            double[] here = new double[shares.length];
            for (int i = 0; i < shares.length; i++) {
                double weight = claims.get(i).at(place);
                named += weight;
                here[i] = Math.pow(weight, SHARPNESS) / breadths[i];
                sum += here[i];
            }
            double sure = named / (named + half);
            for (int i = 0; i < shares.length && sum > 0; i++) {
                shares[i] += left * sure * here[i] / sum;
            }
            left *= (1 - sure) * FARTHER;
            half = HALF_FOLDER;
        }
        return shares;
    }

    private String said(String path, int expert) {
        for (String place = path; !place.isEmpty(); place = above(place)) {
            if (claims.get(expert).at(place) > 0) {
                return place.equals(path) ? "names " + path : "names what lies in " + place;
            }
        }
        return "";
    }

    private static String above(String place) {
        return place.substring(0, Math.max(0, place.lastIndexOf('/')));
    }
}
