package dev.expertd.draft.message;

import java.util.regex.Pattern;

/** The message that {@code git merge --squash} proposes, brought into the shape of a list of commits. */
final class Squash {
    private static final String ANNOUNCED = "Squashed commit of the following:";
    private static final Pattern COMMIT = Pattern.compile("^commit [0-9a-f]{7,64}$");
    private static final Pattern HEADER = Pattern.compile("^(?:Merge|Author|AuthorDate|Commit|CommitDate|Date):\\s.*$");

    private Squash() {}

    /** Each commit's subject as an item, its body below it; any other message as it is. */
    static String unfolded(String message) {
        if (!message.contains(ANNOUNCED)) {
            return message;
        }
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        boolean subject = false;
        for (String line : message.replace("\r", "").split("\n", -1)) {
            if (COMMIT.matcher(line).matches()) {
                inside = true;
                subject = true;
            } else if (inside && line.startsWith("    ")) {
                text.append(subject ? "\n* " : "").append(line.substring(4)).append('\n');
                subject = false;
            } else if (!inside || !HEADER.matcher(line).matches()) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }
}
