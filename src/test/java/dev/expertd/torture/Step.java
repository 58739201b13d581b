package dev.expertd.torture;

import java.util.List;
import java.util.Locale;

/**
 * One step of a history. It can be taken whatever went before, so that any steps may be left out.
 *
 * @param choice chooses among what there is at that moment
 */
record Step(Deed deed, int choice) {
    String line() {
        return deed.word() + " " + choice;
    }

    static Step parse(String line) {
        List<String> words = List.of(line.strip().split(" ", -1));
        return new Step(Deed.valueOf(words.get(0).toUpperCase(Locale.ROOT)), Integer.parseInt(words.get(1)));
    }

    /** One of {@code 0 .. bound - 1}; another {@code salt} makes another choice of the same step. */
    int pick(int salt, int bound) {
        int mixed = (choice + 0x9E3779B9 * (salt + 1)) * 0x85EBCA6B;
        mixed ^= mixed >>> 15;
        return Math.floorMod(mixed * 0xC2B2AE35 ^ mixed >>> 13, bound);
    }

    boolean chance(int salt, int percent) {
        return pick(salt, 100) < percent;
    }
}
