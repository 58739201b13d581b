package dev.expertd.redact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one place where text from a repository becomes text that may be kept: secrets and private places are replaced by
 * a marker that says what stood there, and what no reader sees is dropped. Hashes, UUIDs and long identifiers of code
 * are none of these and stay.
 */
public final class Redactor {
    /** More than this of one text is nothing that a person or a journal wants. */
    private static final int LIMIT = 1 << 20;

    /** The most telling first, so that what several could mean is called by its own name. */
    private static final List<SecretRule> RULES = rules();

    private static final SecretRule MACHINES = Machines.rule();
    private static final SecretRule ADDRESSES = Addresses.rule();

    /** Which addresses are known changes nothing about where a rule may find something. */
    private static final AnchorIndex INDEX = new AnchorIndex(with(Set.of()));

    private final List<SecretRule> rules;

    /** Takes out every e-mail address. */
    public Redactor() {
        this(Set.of());
    }

    private Redactor(Set<String> knownAddresses) {
        this.rules = with(knownAddresses);
    }

    /** One that leaves the e-mail addresses which these texts make public. */
    public static Redactor sparing(Stream<String> publicTexts) {
        Set<String> known = new HashSet<>();
        publicTexts.forEach(text -> known.addAll(Mail.in(text)));
        return new Redactor(known);
    }

    /** The text as it may be kept. */
    public Redacted redact(String text) {
        String cut = text.length() > LIMIT ? text.substring(0, LIMIT) + " [cut: longer than 1 MiB]" : text;
        Scanned scanned = Scanned.of(Unseen.removed(cut));
        BitSet due = INDEX.due(scanned);
        for (int rule = due.nextSetBit(0); rule >= 0; rule = due.nextSetBit(rule + 1)) {
            Optional<Scanned> safe = rules.get(rule).apply(scanned);
            if (safe.isPresent()) {
                scanned = safe.get();
                due = INDEX.due(scanned);
            }
        }
        return new Redacted(scanned.text());
    }

    private static List<SecretRule> with(Set<String> knownAddresses) {
        List<SecretRule> all = new ArrayList<>(RULES);
        all.add(new Mail(knownAddresses).rule());
        all.add(MACHINES);
        all.add(ADDRESSES);
        return List.copyOf(all);
    }

    private static List<SecretRule> rules() {
        List<TokenShape> shapes = new ArrayList<>(CloudKeys.shapes());
        shapes.addAll(ServiceTokens.all());
        List<SecretRule> rules = new ArrayList<>();
        rules.add(new PrivateKeys());
        rules.add(new Tokens(shapes));
        rules.addAll(ServiceSecrets.all());
        rules.addAll(CloudKeys.rules());
        rules.addAll(Passwords.all());
        rules.add(Assignments.rule());
        rules.addAll(Homes.all());
        return List.copyOf(rules);
    }
}
