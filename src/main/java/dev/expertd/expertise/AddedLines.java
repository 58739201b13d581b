package dev.expertd.expertise;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The merge of last resort: nothing is taken out, and every line that one side added is put where it stands there. */
final class AddedLines {
    private AddedLines() {}

    /** Our text with the lines that theirs has and the base and ours have not, each behind the line it follows there. */
    static byte[] into(byte[] ours, byte[] base, byte[] theirs) {
        Map<String, Integer> known = new HashMap<>();
        lines(base).forEach(line -> known.merge(ended(line), 1, Integer::sum));
        List<String> merged = new ArrayList<>(lines(ours));
        int place = 0;
        for (String line : lines(theirs)) {
            boolean isKnown = known.merge(ended(line), -1, Integer::sum) >= 0;
            int at = indexFrom(merged, line, place);
            if (at >= 0) {
                place = at + 1;
            } else if (!isKnown) {
                if (place > 0) {
                    merged.set(place - 1, ended(merged.get(place - 1)));
                }
                merged.add(place++, ended(line));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        merged.forEach(line -> out.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1)));
        return out.toByteArray();
    }

    /** Only ahead: what stands further up was passed already, and the same line may stand twice. */
    private static int indexFrom(List<String> lines, String line, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (ended(lines.get(i)).equals(ended(line))) {
                return i;
            }
        }
        return -1;
    }

    private static String ended(String line) {
        return line.endsWith("\n") ? line : line + "\n";
    }

    /** One character per byte, each line with its end. */
    private static List<String> lines(byte[] text) {
        List<String> lines = new ArrayList<>();
        String all = new String(text, StandardCharsets.ISO_8859_1);
        int from = 0;
        while (from < all.length()) {
            int end = all.indexOf('\n', from);
            int to = end < 0 ? all.length() : end + 1;
            lines.add(all.substring(from, to));
            from = to;
        }
        return lines;
    }
}
