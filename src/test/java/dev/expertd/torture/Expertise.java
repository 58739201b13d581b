package dev.expertd.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the text of an expertise file holds, looked at line by line and no closer. */
record Expertise(String text) {
    static final List<String> FILES =
            List.of(".claude/commands/experts/backend/expertise.md", ".claude/commands/experts/frontend/expertise.md");
    static final String HUMAN = "human_";

    static final String BACKEND = skeleton("Backend", "app/service.py");
    static final String FRONTEND = skeleton("Frontend", "web/page.py");

    private static String skeleton(String name, String source) {
        return """
                ---
                type: expert-file
                last_updated: 2025-12-01T00:00:00
                ---

                # %s expertise

                > **Sources**: `%s`

                ## Learnings

                ### patterns_that_work
                - Handlers return a plain dict

                ### patterns_to_avoid
                - Don't read the tenant from `params`

                ### common_issues
                - `list_documents` returns nothing: export `DOCUMENT_BUCKET` (component: service)

                ### tips
                - `trace_logs.json` holds the last run
                """.formatted(name, source);
    }

    /** The lines that the model's human wrote, in order, each as often as it stands there. */
    List<String> human() {
        return text.lines().filter(line -> line.contains(HUMAN)).sorted().toList();
    }

    /** Every other item that the file did not begin with. */
    List<String> ours() {
        return text.lines()
                .filter(line -> line.startsWith("- ")
                        && !line.contains(HUMAN)
                        && !BACKEND.contains(line)
                        && !FRONTEND.contains(line))
                .toList();
    }

    boolean holds(String item) {
        return text.lines().anyMatch(line -> line.equals("- " + item));
    }

    /** Lines of ours that stand twice. */
    List<String> doubled() {
        Map<String, Long> counts = ours().stream().collect(Collectors.groupingBy(line -> line, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** With only the first of each item that stands twice, as a person tidies up after a merge. */
    Expertise tidied() {
        Map<String, Integer> seen = new HashMap<>();
        List<String> kept = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            boolean marker = line.startsWith("<<<<<<<") || line.startsWith("=======") || line.startsWith(">>>>>>>");
            String item = line.startsWith("last_updated:") ? "last_updated:" : line.startsWith("- ") ? line : "";
            boolean again = !item.isEmpty() && seen.merge(item, 1, Integer::sum) > 1;
            if (!marker && !again) {
                kept.add(line);
            }
        }
        return new Expertise(String.join("\n", kept));
    }
}
