package dev.expertd.curate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line tells its reader to do: the code that it forbids, the code that it recommends, and the code that it names
 * as the cause of a failure and never again.
 *
 * <pre>
 * Don't call `parse_args()` at module level; use `parse_known_args([])`   forbids the first, recommends the second
 * ...: call `newString` instead of `new String`                           likewise
 * Always pass `session` to `create_document`                              recommends both
 * ... went stale because `row.get` hides unknown keys; use `row[]`        blames the first, recommends the second
 * </pre>
 */
record Claim(Set<String> forbidden, Set<String> recommended, Set<String> blamed) {
    private static final String CODE = "(?:[\\w,'-]{1,30} ){0,4}?`([^`]{2,120})`";
    static final Pattern FORBIDS = Pattern.compile(
            "(?i)(?:\\b(?:don't|do not|never|avoid|must not|should not|instead of|rather than|stop|no longer)\\s+)"
                    + CODE);
    static final Pattern RECOMMENDS =
            Pattern.compile("(?i)(?:^|[;:,.\u2014]\\s+|\\b(?:fix|always|must|to|and|also)[: ]\\s*)(?:\\*\\*)?"
                    + "(?:use|call|pass|prefer|set|keep|add|enable|wrap|import|run|await|return)\\s+"
                    + CODE);
    private static final Pattern BLAMES =
            Pattern.compile("(?i)\\b(?:because|since|caused by|due to)(?: the)? `([^`]{2,120})`");
    private static final Pattern ARGUMENTS = Pattern.compile("\\(.*");

    static Claim of(String line) {
        Set<String> forbidden = names(FORBIDS, line);
        Set<String> recommended = names(RECOMMENDS, line);
        recommended.removeAll(forbidden);
        Set<String> blamed = names(BLAMES, line);
        blamed.removeAll(recommended);
        blamed.removeIf(name -> line.toLowerCase(Locale.ROOT).split(Pattern.quote("`" + name), -1).length > 2);
        return new Claim(forbidden, recommended, blamed);
    }

    private static Set<String> names(Pattern pattern, String line) {
        Set<String> names = new HashSet<>();
        Matcher matcher = pattern.matcher(line);
        while (matcher.find()) {
            names.add(ARGUMENTS.matcher(matcher.group(1)).replaceFirst("").toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** One forbids what the other recommends, or gives a cure that the other names as the cause. */
    boolean opposes(Claim other) {
        return forbidden.stream().anyMatch(other.recommended::contains)
                || recommended.stream().anyMatch(other.forbidden::contains)
                || isBlameOf(other)
                || other.isBlameOf(this);
    }

    /** With a cure of its own: a cause alone may be that of another failure. */
    private boolean isBlameOf(Claim other) {
        return !recommended.isEmpty() && blamed.stream().anyMatch(other.recommended::contains);
    }
}
