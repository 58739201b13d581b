package dev.expertd.expertise.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The cells of a table's row, and which columns of a table hold line numbers. */
final class Table {
    private static final Pattern POSITION =
            Pattern.compile("~?(?:start )?line(?: ?(?:no\\.?|nr\\.?|#|number))?|lines? ?\\(?~?\\)?|line range|lines");

    private Table() {}

    /**
     * A cell without its bars.
     *
     * @param end behind its last character
     */
    record Cell(int start, int end) {}

    static boolean isRow(String line) {
        return line.stripLeading().startsWith("|");
    }

    static boolean isDelimiter(String line) {
        return line.contains("-") && line.contains("|") && line.chars().allMatch(c -> "|:- \t\r".indexOf(c) >= 0);
    }

    /** Bars in backticks and behind a backslash do not part. */
    static List<Cell> cells(String line) {
        List<Cell> cells = new ArrayList<>();
        boolean code = false;
        int start = line.indexOf('|') + 1;
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            code ^= c == '`';
            if (c == '|' && !code && line.charAt(i - 1) != '\\') {
                cells.add(new Cell(start, i));
                start = i + 1;
            }
        }
        return cells;
    }

    /** True for the heading of a column that holds line numbers; one called "Lines" may hold sizes as well. */
    static boolean isPosition(String heading) {
        return POSITION.matcher(bare(heading)).matches();
    }

    static boolean maySaySize(String heading) {
        return bare(heading).startsWith("lines");
    }

    private static String bare(String heading) {
        return heading.replace("*", "").replace("`", "").strip().toLowerCase(Locale.ROOT);
    }
}
