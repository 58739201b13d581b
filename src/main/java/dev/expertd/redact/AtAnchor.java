package dev.expertd.redact;

import dev.expertd.redact.AnchoredRule.Finder;
import dev.expertd.redact.AnchoredRule.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret whose pattern begins at the anchor, or at most so many characters before it.
 *
 * @param pattern bounded; the group {@code secret} goes, or all of it without that group
 * @param back so far before the anchor it may begin
 * @param proof what the secret must also be
 */
record AtAnchor(Pattern pattern, boolean named, int back, Proof proof) implements Finder {
    private static final Pattern NAMED = Pattern.compile("\\(\\?<secret>");

    /** Says whether what a pattern found is what it looks like. */
    interface Proof {
        /** {@code found} is the match in the text, {@code secret} what would go. */
        boolean holds(String text, Matcher found, String secret);
    }

    static AtAnchor of(String regex) {
        return before(0, regex);
    }

    /** One that begins up to so many characters before the anchor. */
    static AtAnchor before(int back, String regex) {
        return new AtAnchor(Pattern.compile(regex), NAMED.matcher(regex).find(), back, (text, found, secret) -> true);
    }

    AtAnchor when(Proof held) {
        return new AtAnchor(pattern, named, back, held);
    }

    @Override
    public Optional<Span> find(String text, int at, int from) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (int start = Math.max(from, at - back); start <= at; start++) {
            if (matcher.region(start, text.length()).lookingAt()) {
                int begin = named ? matcher.start("secret") : matcher.start();
                int end = named ? matcher.end("secret") : matcher.end();
                return proof.holds(text, matcher, text.substring(begin, end))
                        ? Optional.of(new Span(begin, end))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
