package dev.expertd.redact;

import dev.expertd.redact.AnchoredRule.Finder;
import dev.expertd.redact.AnchoredRule.Span;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * E-mail addresses, except those that are public anyway. Code has many signs that look like one and are none.
 *
 * @param known addresses in lower case that stay
 */
record Mail(Set<String> known) implements Finder {
    private static final Pattern HOST = Pattern.compile(
            "@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,5}\\.(?<ending>[A-Za-z]{2,12})(?![\\w(\\[=]|\\.\\w|-\\w)");

    /** Accounts of programs, and words of Kotlin before a label. */
    private static final Set<String> NOBODY =
            Set.of("git", "hg", "svn", "this", "super", "return", "break", "continue", "it");

    /** Endings of files and names that are no top-level domain, among the two-letter ones. */
    private static final Set<String> NO_DOMAIN =
            Set.of("js", "ts", "go", "rb", "cs", "kt", "vb", "hs", "ex", "id", "db");

    private static final Set<String> LONG_DOMAINS = Set.of(
            ("com org net edu gov mil int info biz name dev app cloud tech xyz online site email example test invalid local"
                            + " localhost internal corp lan intranet company software systems solutions agency digital studio"
                            + " consulting services engineering group global world page blog shop store bank health")
                    .split(" "));
    private static final Pattern VERSION = Pattern.compile("@v?\\d+(?:\\.\\d+)+.*");
    private static final int LONGEST = 64;

    Mail {
        known = Set.copyOf(known);
    }

    SecretRule rule() {
        return new AnchoredRule(SecretRule.marker("e-mail"), this, "@");
    }

    /** Every address in a text, in lower case. */
    static Set<String> in(String text) {
        Set<String> addresses = new HashSet<>();
        Mail all = new Mail(Set.of());
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            all.find(text, at, 0)
                    .map(span -> text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT))
                    .ifPresent(addresses::add);
        }
        return addresses;
    }

    @Override
    public Optional<Span> find(String text, int at, int from) {
        int start = at;
        while (start > from && at - start <= LONGEST && isPerson(text.charAt(start - 1))) {
            start--;
        }
        boolean escape = start > 0 && text.charAt(start - 1) == '\\' && "nrt".indexOf(text.charAt(start)) >= 0;
        boolean apart = escape || start == 0 || "/@$\\".indexOf(text.charAt(start - 1)) < 0;
        start += escape ? 1 : 0;
        while (start < at && !isAlphanumeric(text.charAt(start))) {
            start++;
        }
        Matcher host = HOST.matcher(text).region(at, text.length());
        if (start == at || at - start > LONGEST || !apart || !host.lookingAt()) {
            return Optional.empty();
        }
        boolean found = isDomain(host.group("ending"))
                && !VERSION.matcher(host.group()).matches()
                && !NOBODY.contains(text.substring(start, at))
                && !known.contains(text.substring(start, host.end()).toLowerCase(Locale.ROOT));
        return found ? Optional.of(new Span(start, host.end())) : Optional.empty();
    }

    private static boolean isDomain(String ending) {
        String domain = ending.toLowerCase(Locale.ROOT);
        boolean oneCase = ending.equals(domain) || ending.equals(ending.toUpperCase(Locale.ROOT));
        return oneCase && (domain.length() == 2 ? !NO_DOMAIN.contains(domain) : LONG_DOMAINS.contains(domain));
    }

    private static boolean isPerson(char c) {
        return isAlphanumeric(c) || "._%+-".indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(char c) {
        return Look.isLetter(c) || Look.isDigit(c);
    }
}
