package dev.expertd.curate.route;

import java.util.Arrays;

/** Adds up weights and keeps what gave the most, as the sentence that stands for all. */
final class Told {
    private String most = "";
    private double weightOfMost;
    private double sum;
    private int count;

    static Told[] forEach(int experts) {
        Told[] told = new Told[experts];
        Arrays.setAll(told, each -> new Told());
        return told;
    }

    void add(String reason, double weight) {
        if (weight <= 0) {
            return;
        }
        sum += weight;
        count++;
        if (weight > weightOfMost) {
            weightOfMost = weight;
            most = reason;
        }
    }

    /** Nothing if there was nothing to have a share in. */
    double share(double whole, double all) {
        return all == 0 ? 0 : whole * sum / all;
    }

    String words() {
        return count > 1 ? most + ", and " + (count - 1) + " more" : most;
    }
}
