package dev.expertd.learn;

import dev.expertd.learn.MadeSource.Block;
import dev.expertd.learn.MadeSource.Def;
import dev.expertd.learn.MadeSource.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expertise file full of references in every form, which knows what each of them means. */
final class MadeReferences {
    /** {@code P}: path, {@code A}: first line, {@code B}: last line, {@code N}: name. */
    private static final List<String> ONE = List.of(
            "- `%N` in `%P:%A`",
            "- `%N` (%P:%A)",
            "- `%N()` at %P#L%A does it",
            "- `%N` (~line %A) in `%P`",
            "**Location:** `%P:%A` (`%N`)",
            "- In %P, line %A: `%N` wants a tenant",
            "#### %N (%P:%A)",
            "#### `%N` in %P (line %A)");

    private static final List<String> RANGE = List.of(
            "- `%N` is `%P:%A-%B`",
            "- `%N` (%P#L%A-L%B)",
            "- `%N` in `%P`, lines %A-%B",
            "- `%N` in `%P`, lines %A\u2013%B",
            "**Location:** `%P`, lines %A-%B (`%N`)",
            "- See `%P:%A-%B`");

    private static final List<String> SECTION_ONE = List.of(
            "- `%N()` (~line %A)", "- `%N` (line %A): no tenant", "- `%N` \u2014 line %A", "#### `%N` (line %A)");
    private static final List<String> SECTION_RANGE = List.of("- `%N` (lines %A-%B)", "- `%N`: lines %A\u2013%B");

    final List<Lines> references = new ArrayList<>();
    final Map<Integer, MadeSource> paths = new TreeMap<>();
    private final List<String> doc = new ArrayList<>();
    private final Random random;
    private int turn;

    /** A reference to lines: where it stands, how to read it again, what it means. */
    record Lines(
            int docLine,
            Pattern pattern,
            MadeSource source,
            Def def,
            Line first,
            Line last,
            boolean whole,
            String form) {
        int trueFirst() {
            return source.numberOf(first);
        }

        int trueLast() {
            return source.numberOf(whole ? def.last : last);
        }

        /** The numbers name these very lines, or such as are written just so wherever they are. */
        boolean isMeantBy(List<Integer> numbers) {
            return isMeant(first, trueFirst(), numbers.get(0))
                    && isMeant(whole ? def.last : last, trueLast(), numbers.get(1));
        }

        private boolean isMeant(Line line, int truth, int number) {
            return number == truth
                    || !whole
                            && line != def.naming
                            && line.isCommon()
                            && source.text(number).equals(line.text);
        }

        /** Both are there still, in this order. */
        boolean isAlive() {
            return trueFirst() > 0 && trueLast() >= trueFirst();
        }

        List<Integer> written(String[] text) {
            Matcher matcher = pattern.matcher(text[docLine]);
            if (!matcher.matches()) {
                throw new AssertionError("more than numbers changed: " + text[docLine] + " is not " + pattern);
            }
            int first = Integer.parseInt(matcher.group("A"));
            return List.of(
                    first, matcher.pattern().pattern().contains("<B>") ? Integer.parseInt(matcher.group("B")) : first);
        }
    }

    MadeReferences(List<MadeSource> sources, Random random) {
        this.random = random;
        doc.add("# Backend expertise");
        doc.add("");
        doc.add("> **Sources**: `app/**`");
        int part = 1;
        for (MadeSource source : sources) {
            doc.add("");
            doc.add("## Part " + part++ + ": " + shortened(source));
            paths.put(doc.size() - 1, source);
            doc.add("");
            source(source);
        }
        doc.add("");
        doc.add("## Learnings");
        for (String section : List.of("patterns_that_work", "patterns_to_avoid", "common_issues", "tips")) {
            doc.add("");
            doc.add("### " + section);
        }
        doc.add("");
    }

    String text() {
        return String.join("\n", doc);
    }

    private void source(MadeSource source) {
        List<Block> blocks = source.blocks;
        doc.add("Everything about it is in `" + source.path + "`.");
        paths.put(doc.size() - 1, source);
        doc.add("");
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Def def = block.defs.get(random.nextInt(block.defs.size()));
            String path = i % 2 == 0 ? source.path : shortened(source);
            if (i % 4 == 3 && !def.isOneLine()) {
                add(next(SECTION_RANGE), source, def, def.naming, def.last, path);
            } else if (i % 4 == 1) {
                add(next(SECTION_ONE), source, def, def.naming, def.naming, path);
            } else if (i % 4 == 2 && !def.isOneLine()) {
                add(next(RANGE), source, def, def.naming, def.last, path);
            } else {
                add(next(ONE), source, def, def.naming, def.naming, path);
            }
        }
        doc.add("");
        doc.add("| Function | ~Line |");
        doc.add("|---|---|");
        for (Block block : blocks) {
            if (random.nextInt(3) == 0) {
                Def def = block.defs.get(0);
                add("| `%N` | %A | ", source, def, def.naming, def.naming, "");
            }
        }
        doc.add("");
        doc.add("| File | What | Lines |");
        doc.add("|---|---|---|");
        for (Block block : blocks) {
            if (random.nextInt(4) == 0 && block.isFunction()) {
                Def def = block.defs.get(0);
                add("| `%P` | `%N` | %A-%B |", source, def, def.naming, def.last, source.path);
            }
        }
        doc.add("");
        for (Block block : blocks) {
            List<Line> body = block.body();
            if (random.nextInt(3) == 0 && block.isFunction() && body.size() > 3) {
                Line line = body.get(random.nextInt(body.size()));
                add("- the retry in `%N` (%P:%A)", source, block.defs.get(0), line, line, source.path);
                add("- a catch: %P:%A-%B", source, block.defs.get(0), body.get(1), body.get(3), shortened(source));
            }
        }
    }

    private String next(List<String> forms) {
        return forms.get(turn++ % forms.size());
    }

    private void add(String form, MadeSource source, Def def, Line first, Line last, String path) {
        String name = def.holder.isEmpty() ? def.name : def.holder + "." + def.name;
        if (form.contains("####")) {
            doc.add("");
        }
        String written = form.replace("%P", path)
                .replace("%N", name)
                .replace("%A", String.valueOf(source.numberOf(first)))
                .replace("%B", String.valueOf(source.numberOf(last)));
        String pattern = ("\\Q" + form + "\\E")
                .replace("%P", "\\E(?<P>\\S+?)\\Q")
                .replace("%N", name)
                .replace("%A", "\\E(?<A>\\d+)\\Q")
                .replace("%B", "\\E(?<B>\\d+)\\Q");
        doc.add(written);
        if (form.contains("####")) {
            doc.add("");
        }
        int at = doc.lastIndexOf(written);
        if (form.contains("%P")) {
            paths.put(at, source);
        }
        references.add(new Lines(
                at,
                Pattern.compile(pattern),
                source,
                def,
                first,
                last,
                last == def.last && first == def.naming && last != first,
                form));
    }

    /** The file alone, which no other is called like. */
    private static String shortened(MadeSource source) {
        return source.path.substring(source.path.lastIndexOf('/') + 1);
    }
}
