package dev.expertd.draft.delta.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the error in what Python's test runners print. Of several that led to one another the last counts: behind the
 * last "During handling". What the test itself wrote to its streams comes after and is none of it.
 */
final class PythonFailure {
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 12;

    private PythonFailure() {}

    static Optional<FailureText> of(List<String> printed) {
        List<String> own = own(printed);
        List<String> marked = marked(own);
        if (!marked.isEmpty()) {
            return Optional.of(joined(marked));
        }
        int traceback = -1;
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).startsWith("Traceback (most recent call last)")) {
                traceback = i;
            }
        }
        return traceback < 0 ? Optional.empty() : behind(own, traceback);
    }

    /** Up to where the captured output begins. */
    private static List<String> own(List<String> printed) {
        for (int i = 0; i < printed.size(); i++) {
            String line = printed.get(i).strip();
            boolean captured =
                    line.equals("Stderr:") || line.equals("Stdout:") || line.matches("-{3,80} ?Captured .{0,80}");
            if (captured) {
                return printed.subList(0, i);
            }
        }
        return printed;
    }

    /** The lines that pytest marks with an E, without the mark. */
    private static List<String> marked(List<String> lines) {
        List<String> marked = new ArrayList<>();
        for (String line : lines) {
            if (line.contains("During handling of the above")
                    || line.contains("was the direct cause of the following")) {
                marked.clear();
            } else if (line.startsWith("E  ") && line.length() < LONGEST_LINE) {
                marked.add(line.substring(1).strip());
            }
        }
        return marked;
    }

    private static FailureText joined(List<String> marked) {
        FailureText first = FailureText.named(marked.get(0));
        String rest = String.join("\n", marked.subList(1, Math.min(marked.size(), MOST_LINES)));
        String message = first.error().isEmpty() ? marked.get(0) : first.message();
        return new FailureText(first.error(), (message + "\n" + rest).strip());
    }

    /** The first line behind a traceback that is not indented, and what follows it. */
    private static Optional<FailureText> behind(List<String> lines, int traceback) {
        for (int i = traceback + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || Character.isWhitespace(line.charAt(0)) || line.length() > LONGEST_LINE) {
                continue;
            }
            FailureText error = FailureText.named(line);
            String rest = String.join("\n", lines.subList(i + 1, Math.min(lines.size(), i + MOST_LINES)));
            return error.error().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FailureText(error.error(), (error.message() + "\n" + rest).strip()));
        }
        return Optional.empty();
    }
}
