package dev.expertd.upkeep.drift;

import dev.expertd.upkeep.reference.Birth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds tables that list what some list of the code holds, and lack what was added to it since. */
final class Tables {
    private static final int SHARED = 3;
    private static final double MOST = 0.6;
    private static final Pattern MARKUP = Pattern.compile("[`*_\"']{1,2}(?=\\S)|(?<=\\S)[`*\"']{1,2}|\\(\\)");
    private static final Pattern DELIMITER = Pattern.compile("[\\s|:-]+");

    private Tables() {}

    static List<Drift> drift(List<Parts.Line> lines, Function<Parts.Line, Birth> births, CodeThen code) {
        List<Drift> found = new ArrayList<>();
        List<Parts.Line> rows = new ArrayList<>();
        for (Parts.Line line : lines) {
            if (line.isRow()) {
                rows.add(line);
            } else if (!rows.isEmpty()) {
                found.addAll(table(rows, births, code));
                rows.clear();
            }
        }
        if (!rows.isEmpty()) {
            found.addAll(table(rows, births, code));
        }
        return found;
    }

    private static List<Drift> table(List<Parts.Line> rows, Function<Parts.Line, Birth> births, CodeThen code) {
        if (rows.size() < SHARED + 2 || !DELIMITER.matcher(rows.get(1).text()).matches()) {
            return List.of();
        }
        int age = rows.stream().mapToInt(row -> births.apply(row).age()).min().orElse(0);
        List<Set<String>> columns = columns(rows.subList(2, rows.size()));
        Map<String, Drift> found = new LinkedHashMap<>();
        for (CodeThen.Changed file : age == 0 ? List.<CodeThen.Changed>of() : code.changedSince(age)) {
            Map<String, List<String>> now = Collections.in(file.now());
            Collections.in(file.then()).forEach((name, then) -> {
                for (Set<String> column : columns) {
                    List<String> members = now.getOrDefault(name, then);
                    if (lists(column, then) && !members.equals(then)) {
                        List<String> added = members.stream()
                                .filter(member -> !then.contains(member) && !column.contains(member))
                                .distinct()
                                .limit(6)
                                .toList();
                        List<String> gone = then.stream()
                                .filter(member -> !members.contains(member) && column.contains(member))
                                .distinct()
                                .limit(6)
                                .toList();
                        if (!added.isEmpty() || !gone.isEmpty()) {
                            String commit = code.firstCommit(
                                    file.then().path(),
                                    age,
                                    version -> !Collections.in(version)
                                            .getOrDefault(name, then)
                                            .equals(then));
                            found.putIfAbsent(name, drift(rows, name, file.path(), added, gone, commit));
                        }
                    }
                }
            });
        }
        return List.copyOf(found.values());
    }

    private static Drift drift(
            List<Parts.Line> rows, String name, String path, List<String> added, List<String> gone, String commit) {
        String words = added.isEmpty()
                ? "the table lists " + quoted(gone) + ", which `" + name + "` in `" + path + "` no longer has"
                : "`" + name + "` in `" + path + "` has " + quoted(added) + " now, which the table lacks";
        return new Drift(
                Drift.Kind.LIST, rows.get(0).part(), rows.get(rows.size() - 1).number(), name, words, commit);
    }

    private static String quoted(List<String> members) {
        return "`" + String.join("`, `", members) + "`";
    }

    /** The column says what the list holds: most of either is in the other. */
    private static boolean lists(Set<String> column, List<String> members) {
        long shared = members.stream().filter(column::contains).distinct().count();
        return shared >= SHARED && shared >= MOST * members.size() && shared >= MOST * column.size();
    }

    private static List<Set<String>> columns(List<Parts.Line> rows) {
        List<Set<String>> columns = new ArrayList<>();
        for (Parts.Line row : rows) {
            String[] cells = row.text().strip().replaceAll("^\\||\\|$", "").split("\\|", -1);
            for (int i = 0; i < Math.min(cells.length, 12); i++) {
                while (columns.size() <= i) {
                    columns.add(new LinkedHashSet<>());
                }
                columns.get(i).add(MARKUP.matcher(cells[i].strip()).replaceAll(""));
            }
        }
        return columns;
    }
}
