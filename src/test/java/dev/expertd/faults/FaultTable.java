package dev.expertd.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The table of {@code docs/faults.md}: one row for each fault, with the tests that prove it.
 *
 * <p>A row is {@code | number | provoke | expect | tests | remarks |}; tests stand as {@code `ClassIT.method`}, as many as
 * there are.
 */
record FaultTable(List<Row> rows) {
    static final int ROWS = 40;
    static final int MOST_SKIPPED = 6;

    private static final Pattern ROW = Pattern.compile("\\| *(\\d+) *\\|(.*)\\| *");
    private static final Pattern BETWEEN_CELLS = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+\\.\\w+)`");
    private static final int CELLS = 4;

    FaultTable {
        rows = List.copyOf(rows);
    }

    /** One fault. */
    record Row(int number, String provoke, String expect, List<String> tests) {
        Row {
            tests = List.copyOf(tests);
        }
    }

    static FaultTable read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String[] cells = BETWEEN_CELLS.split(row.group(2), -1);
                if (cells.length != CELLS) {
                    throw new IllegalStateException("a row has " + cells.length + " cells beside its number: " + line);
                }
                List<String> tests = TEST.matcher(cells[2])
                        .results()
                        .map(test -> test.group(1))
                        .toList();
                rows.add(new Row(Integer.parseInt(row.group(1)), cells[0].strip(), cells[1].strip(), tests));
            }
        }
        return new FaultTable(rows);
    }

    /** What keeps this table from being proven by these tests, one sentence each; empty if nothing does. */
    List<String> gaps(ExecutedTests executed) {
        List<String> gaps = new ArrayList<>();
        List<Integer> numbers = rows.stream().map(Row::number).toList();
        if (!numbers.equals(IntStream.rangeClosed(1, ROWS).boxed().toList())) {
            gaps.add("the rows are not those from 1 to " + ROWS + ": " + numbers);
        }
        List<Integer> skipped = new ArrayList<>();
        for (Row row : rows) {
            if (row.provoke().isEmpty() || row.expect().isEmpty()) {
                gaps.add("row " + row.number() + " does not say what is provoked or what is expected");
            }
            if (row.tests().isEmpty()) {
                gaps.add("row " + row.number() + " names no test");
            }
            row.tests()
                    .forEach(test -> executed.gap(test).ifPresent(gap -> gaps.add("row " + row.number() + ": " + gap)));
            if (!row.tests().isEmpty() && row.tests().stream().allMatch(executed::wasSkipped)) {
                skipped.add(row.number());
            }
        }
        if (skipped.size() > MOST_SKIPPED) {
            gaps.add("more than " + MOST_SKIPPED + " rows were skipped: " + skipped);
        }
        return gaps;
    }
}
