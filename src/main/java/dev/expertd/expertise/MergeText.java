package dev.expertd.expertise;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One side of a merge as pieces.
 *
 * @param bom it begins with a byte order mark, which no piece holds
 * @param open its last line had no ending; here it has one
 */
record MergeText(List<MergeBlock> blocks, boolean bom, boolean open) {
    private static final String BOM = "\u00EF\u00BB\u00BF";
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f\\x0B]+");
    private static final Pattern ENDING = Pattern.compile("\\r?\\n\\z");

    MergeText {
        blocks = List.copyOf(blocks);
    }

    /** One side of a merge of files of that shape. */
    static MergeText of(SectionedText text, MergeShape shape) {
        Lines lines = text.lines;
        Map<Integer, Outline.Item> items = shape.items(text);
        Map<Integer, String> groups = shape.groups(text);
        Set<Integer> titles = shape.titles(text);
        List<MergeBlock> blocks = new ArrayList<>();
        for (int i = 0; i < lines.count(); ) {
            Outline.Item item = items.get(i);
            int last = item == null ? i : item.last();
            StringBuilder raw = new StringBuilder();
            for (int line = i; line <= last; line++) {
                raw.append(latin(lines.raw(line)));
            }
            if (last == lines.count() - 1 && lines.ending(last).isEmpty()) {
                raw.append(lines.usualEnding());
            }
            blocks.add(
                    item != null
                            ? item(groups.getOrDefault(i, ""), raw.toString())
                            : line(kind(text, titles, i), raw.toString()));
            i = last + 1;
        }
        boolean open = lines.count() > 0 && lines.ending(lines.count() - 1).isEmpty();
        return new MergeText(blocks, text.lines.hasBom(), open);
    }

    /** How often each item stands in each section. */
    Map<String, Map<String, Integer>> counts() {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (MergeBlock block : blocks) {
            if (block.is(MergeBlock.Kind.ITEM)) {
                counts.computeIfAbsent(block.group(), group -> new HashMap<>()).merge(block.key(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The bytes of these pieces. */
    static byte[] bytes(String raw, boolean bom, boolean open) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length() + BOM.length());
        String whole = (bom ? BOM : "") + (open ? ENDING.matcher(raw).replaceFirst("") : raw);
        out.writeBytes(whole.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static MergeBlock.Kind kind(SectionedText text, Set<Integer> titles, int line) {
        if (line == text.frontMatter.lastUpdatedLine()) {
            return MergeBlock.Kind.UPDATED;
        }
        if (titles.contains(line)) {
            return MergeBlock.Kind.TITLE;
        }
        return text.lines.isBlank(line) ? MergeBlock.Kind.BLANK : MergeBlock.Kind.PROSE;
    }

    private static MergeBlock item(String group, String raw) {
        String words = SPACE.matcher(raw).replaceAll(" ").strip();
        return new MergeBlock(
                MergeBlock.Kind.ITEM,
                group,
                "- " + words.substring(Math.min(1, words.length())).strip(),
                raw);
    }

    private static MergeBlock line(MergeBlock.Kind kind, String raw) {
        String body = ENDING.matcher(raw).replaceFirst("");
        String key = kind == MergeBlock.Kind.UPDATED ? "last_updated" : kind + " " + body;
        return new MergeBlock(kind, "", key, raw);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
