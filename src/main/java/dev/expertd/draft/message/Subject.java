package dev.expertd.draft.message;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A subject line taken apart.
 *
 * @param type of a conventional commit, in lower case; empty for plain prose
 * @param scope in its brackets; empty without
 * @param description what is left, ticket numbers taken off
 */
record Subject(String type, String scope, String description) {
    private static final Pattern CONVENTIONAL = Pattern.compile(
            "(?i)^(feat|fix|docs?|chore|style|refactor|perf|tests?|build|ci|revert|merge|hotfix|bugfix|sync|wip|security)(?:\\(([^)]{0,80})\\))?!?:\\s*(.*)$");
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:\\[[^\\]]{2,30}\\]|[A-Z]{2,10}-\\d+(?:[ ,]+[A-Z]{2,10}-\\d+)*|GH-?\\d+|#\\d+|gh-\\d+|[a-z][\\w./ -]{1,30}|MINOR|HOTFIX|TRIVIAL)\\s*[:;]\\s+");
    private static final Pattern TICKET =
            Pattern.compile("\\s*[\\[(]?(?:#\\d+|\\b[A-Z]{2,10}-\\d+|GH-\\d+)[\\])]?\\s*$");
    private static final Set<String> REPAIRS = Set.of("fix", "hotfix", "bugfix", "revert", "perf", "security");
    private static final Set<String> PLAIN = Set.of("");

    /** How prose says that something is put right. */
    private static final Pattern PUTS_RIGHT = Pattern.compile(
            "(?i)^(?:(?:properly|correctly|actually|really|always|only) )?(?:fix(?:e[sd]|ing|up)?|correct(?:ly|s|ed)?|prevent|avoid|mitigate|handle|repair|resolve|restore|reject|don't|do not|never|stop|ensure|make sure|guard|preserve|respect|honou?r|work around|patch|close|isolate|unbreak)\\b|\\b(?:bug|crash|leak|race|regression|deadlock|panic|hang|bypass|vulnerabilit\\w+)\\b");

    static Subject of(String line) {
        Matcher matcher = CONVENTIONAL.matcher(line);
        if (matcher.matches()) {
            String scope = matcher.group(2) == null ? "" : matcher.group(2);
            return new Subject(matcher.group(1).toLowerCase(Locale.ROOT), scope, trimmed(matcher.group(3)));
        }
        return new Subject("", "", trimmed(PREFIX.matcher(line).replaceFirst("")));
    }

    private static String trimmed(String text) {
        String plain = TICKET.matcher(text).replaceFirst("").strip();
        return plain.replaceAll("[ .;]+$", "");
    }

    /** The commit says that it repairs something, by its type or in its own words. */
    boolean repairs() {
        return isTypedRepair()
                || PLAIN.contains(type) && PUTS_RIGHT.matcher(description).find();
    }

    /** The commit is of a type that repairs. */
    boolean isTypedRepair() {
        return REPAIRS.contains(type);
    }

    /** Of a commit that does not claim to repair, only an outspoken cause counts. */
    boolean needsOutspokenCause() {
        return !repairs() && !PLAIN.contains(type);
    }
}
