package dev.expertd.learn;

import dev.expertd.learn.MadeSource.Block;
import dev.expertd.learn.MadeSource.Def;
import dev.expertd.learn.MadeSource.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What people do to code: insert, delete, move, rename. */
final class MadeMoves {
    private final List<MadeSource> sources;
    private final Random random;
    private int made;

    MadeMoves(List<MadeSource> sources, Random random) {
        this.sources = sources;
        this.random = random;
    }

    /** One commit's worth. */
    void some() {
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            one();
        }
    }

    private void one() {
        MadeSource source = any(sources);
        Block block = any(source.blocks);
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> insertLines(source, block);
            case 4, 5 -> deleteLine(block);
            case 6, 7, 8 -> source.blocks.add(random.nextInt(source.blocks.size()), fresh(source));
            case 9, 10 -> moveWithin(source, block);
            case 11 -> moveToAnother(source, block);
            case 12 -> deleteBlock(source, block);
            case 13 -> renameFile(source);
            case 14 -> renameFolder(source);
            case 15 -> renameFunction(block);
            case 16, 17 -> reword(block);
            case 18 -> addImport(source);
            default -> wrap(block);
        }
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Block fresh(MadeSource source) {
        return source.function("added_" + ++made, random);
    }

    private void insertLines(MadeSource source, Block block) {
        List<Line> body = block.body();
        if (body.isEmpty()) {
            return;
        }
        int at = block.lines.indexOf(any(body));
        String text = block.lines.get(at).text;
        String margin = text.substring(
                0, Math.max(0, text.length() - text.stripLeading().length() - 4));
        for (int i = 0; i <= random.nextInt(6); i++) {
            block.lines.add(at, source.statement(margin, random));
        }
    }

    private void deleteLine(Block block) {
        List<Line> body = block.body();
        if (body.size() > 2) {
            block.lines.remove(any(body));
        }
    }

    private void moveWithin(MadeSource source, Block block) {
        source.blocks.remove(block);
        source.blocks.add(random.nextInt(source.blocks.size() + 1), block);
    }

    private void moveToAnother(MadeSource source, Block block) {
        List<MadeSource> others = sources.stream()
                .filter(other -> other != source && other.dialect == source.dialect)
                .toList();
        if (source.blocks.size() > 8 && !others.isEmpty()) {
            source.blocks.remove(block);
            List<Block> there = any(others).blocks;
            there.add(random.nextInt(there.size()), block);
        }
    }

    private void deleteBlock(MadeSource source, Block block) {
        if (source.blocks.size() > 8) {
            source.blocks.remove(block);
        }
    }

    private void renameFile(MadeSource source) {
        int slash = source.path.lastIndexOf('/');
        source.path = source.path.substring(0, slash + 1) + "renamed_" + ++made + "." + source.dialect.ending;
    }

    private void renameFolder(MadeSource source) {
        String folder = source.path.substring(0, source.path.lastIndexOf('/') + 1);
        String now = "app/folder_" + ++made + "/";
        sources.stream()
                .filter(other -> other.path.startsWith(folder))
                .forEach(other -> other.path = now + other.path.substring(folder.length()));
    }

    private void renameFunction(Block block) {
        Def def = any(block.defs);
        if (!def.renamed) {
            def.renamed = true;
            def.naming.text = def.naming.text.replace(def.name, "other_" + ++made);
        }
    }

    /** A parameter more, or another number. */
    private void reword(Block block) {
        List<Line> lines = new ArrayList<>(block.body());
        lines.add(block.defs.get(0).naming);
        Line line = any(lines);
        line.text = line.text.contains("tenant")
                ? line.text.replace("tenant", "session, tenant")
                : line.text.replaceFirst("items, \\d", "items, more, ");
    }

    private void addImport(MadeSource source) {
        source.header.add(
                Math.min(3, source.header.size()),
                new Line((source.dialect == MadeSource.Dialect.PYTHON
                                ? "# "
                                : source.dialect == MadeSource.Dialect.YAML ? "# " : "// ")
                        + "note " + ++made));
    }

    /** A function gets a line at its end, or loses one there. */
    private void wrap(Block block) {
        Def def = block.defs.get(block.defs.size() - 1);
        int end = block.lines.indexOf(def.last);
        if (!def.last.text.endsWith("return items") || end < 2) {
            return;
        }
        Line line = new Line(def.last.text.replace("return items", "check_" + ++made + "(items)"));
        block.lines.add(end, line);
    }
}
