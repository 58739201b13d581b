package dev.expertd.trace.failure;

import dev.expertd.model.Failure;
import java.util.List;
import java.util.Optional;

/** The error of a pytest report: the last block of lines marked with {@code E}. */
final class Pytest {
    private static final String MARK = "E   ";

    private Pytest() {}

    /** Empty if the lines are no pytest report. */
    static Optional<Failure> error(List<String> lines) {
        int end = lines.size();
        while (end > 0 && !isMarked(lines.get(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && isMarked(lines.get(start - 1))) {
            start--;
        }
        if (start == end) {
            return Optional.empty();
        }
        String first = text(lines.get(start)).strip();
        int indent = MARK.length() + indent(text(lines.get(start)));
        StringBuilder more = new StringBuilder();
        lines.subList(start + 1, end).forEach(line -> more.append('\n').append(dedented(line, indent)));
        Optional<ErrorLine> named = ErrorLine.expected(first);
        String type = named.map(ErrorLine::type).orElse(first.startsWith("assert ") ? "AssertionError" : "");
        return Optional.of(new Failure(type, named.map(ErrorLine::rest).orElse(first) + more, ""));
    }

    private static boolean isMarked(String line) {
        return line.startsWith(MARK) || line.equals("E");
    }

    private static String dedented(String line, int indent) {
        String text = text(line);
        return line.substring(Math.min(indent, line.length() - text.length() + indent(text)));
    }

    private static int indent(String text) {
        return text.length() - text.stripLeading().length();
    }

    private static String text(String line) {
        return line.length() < MARK.length() ? "" : line.substring(MARK.length());
    }
}
