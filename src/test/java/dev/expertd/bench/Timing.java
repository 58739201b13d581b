package dev.expertd.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Times of the same thing done again and again. Of several things, taken in turns, so that what slows one slows all. */
final class Timing {
    private final List<Double> seconds = new ArrayList<>();

    /** Something that is timed. */
    interface Timed {
        void run() throws Exception;
    }

    static double seconds(Timed work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /**
     * Each of these once in each round, in an order that changes.
     *
     * @param warmUp rounds that do not count
     */
    static Map<String, Timing> interleaved(Map<String, Timed> all, int warmUp, int rounds) throws Exception {
        Map<String, Timing> timings = new LinkedHashMap<>();
        all.keySet().forEach(name -> timings.put(name, new Timing()));
        Random random = new Random(rounds);
        for (int round = -warmUp; round < rounds; round++) {
            List<String> order = new ArrayList<>(all.keySet());
            Collections.shuffle(order, random);
            for (String name : order) {
                double took = seconds(all.get(name));
                if (round >= 0) {
                    timings.get(name).add(took);
                }
            }
        }
        return timings;
    }

    void add(double took) {
        seconds.add(took);
    }

    double median() {
        return percentile(50);
    }

    /** In milliseconds. */
    double ms(int percent) {
        return percentile(percent) * 1000;
    }

    private double percentile(int percent) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
