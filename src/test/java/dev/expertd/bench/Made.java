package dev.expertd.bench;

import java.util.Random;

/** The words that made traces consist of. */
final class Made {
    static final String[] WORDS = {
        "order", "cart", "tenant", "invoice", "refund", "session", "stock", "price", "voucher", "address", "payment"
    };

    private Made() {}

    static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }

    static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(word(random));
        }
        return words.toString();
    }
}
