package dev.expertd.redact;

import dev.expertd.redact.AnchoredRule.Finder;
import dev.expertd.redact.AnchoredRule.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Home directories, which name their owner. What stands below one stays. */
final class Homes implements Finder {
    /** What may stand before the folder of all homes, at the end of a text; a path within a project may not. */
    private static final Pattern HEAD = Pattern.compile(
            "(?:^|[^\\w.~/-]|\\\\[nrt]|(?:^|\\s)-[ILF]|file:///?)(?<root>/var|/export|/usr|/private/var|/mnt/[a-z]|/[a-z]|[A-Za-z]:|)$");

    private static final Pattern NAME =
            Pattern.compile("(?i:/home|/users)/[\\p{L}\\p{N}._-]{1,64}+(?=[/\\\\\\s\"'`:,;)\\]<>|&]|$)");

    private static final String NAMED = "[\\p{L}\\p{N}._-]{1,64}";
    private static final int HEAD_LENGTH = 20;

    private Homes() {}

    static List<SecretRule> all() {
        return List.of(
                new AnchoredRule("~", new Homes(), "/home/", "/users/"),
                new AnchoredRule(
                        "~",
                        AtAnchor.before(
                                2,
                                "(?<![A-Za-z0-9])[A-Za-z]:\\\\{1,4}(?i:users)\\\\{1,4}(?:" + NAMED + "(?: " + NAMED
                                        + "){1,2}(?=\\\\)|" + NAMED + ")"),
                        ":\\users\\",
                        ":\\\\users\\\\",
                        ":\\\\\\\\users"),
                new AnchoredRule(
                        "~",
                        AtAnchor.of("(?<=projects/)-(?i:home|users)-[A-Za-z0-9]{1,64}(?=-)"),
                        "-home-",
                        "-users-"));
    }

    @Override
    public Optional<Span> find(String text, int at, int from) {
        Matcher name = NAME.matcher(text).region(at, text.length());
        int begin = Math.max(from, at - HEAD_LENGTH);
        Matcher head = HEAD.matcher(text.substring(begin, at));
        boolean found = (text.startsWith("home", at + 1) || text.startsWith("Users", at + 1)) && name.lookingAt();
        return found && head.find() ? Optional.of(new Span(begin + head.start("root"), name.end())) : Optional.empty();
    }
}
