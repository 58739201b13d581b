package dev.expertd.draft.message;

import java.util.List;

/**
 * A comment that a commit wrote beside code.
 *
 * @param path of the file it stands in
 * @param paragraphs what it says, marks taken off
 */
record Remark(String path, List<String> paragraphs) {
    Remark {
        paragraphs = List.copyOf(paragraphs);
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
