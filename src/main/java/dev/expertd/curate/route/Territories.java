package dev.expertd.curate.route;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Expertise texts that were read before, and what they claim of the files that were looked at last: most commits change
 * neither. Forgetting changes no answer.
 */
public final class Territories {
    /** So many characters of texts at most, besides the one that was asked for last. */
    private static final int KEPT = 1 << 19;

    /** A text with what it claims of the files as of that version. */
    private record Known(Territory territory, Claims claims, FileIndex files, int version) {}

    private final Map<String, Known> known = new LinkedHashMap<>(64, 0.75f, true);
    private int characters;

    Ground ground(String text, FileIndex files) {
        synchronized (known) {
            Known found = known.get(text);
            if (found == null || found.files() != files || found.version() != files.version()) {
                Territory territory = found == null ? Territory.of(text) : found.territory();
                found = new Known(territory, Claims.of(territory, files), files, files.version());
                keep(text, found);
            }
            return new Ground(found.territory(), found.claims());
        }
    }

    /** Of a file that gets line after line only the newest text is asked for again. */
    private void keep(String text, Known found) {
        if (known.put(text, found) == null) {
            characters += text.length();
        }
        for (Iterator<String> oldest = known.keySet().iterator(); characters > KEPT && known.size() > 1; ) {
            characters -= oldest.next().length();
            oldest.remove();
        }
    }

    int texts() {
        synchronized (known) {
            return known.size();
        }
    }

    /** Where an expert is at home: what its file says, and what that means among the files of the commit. */
    record Ground(Territory territory, Claims claims) {}
}
