package dev.expertd.expertise;

import dev.expertd.model.Section;
import java.util.List;
import java.util.Set;

/** What the lists of a YAML file of expertise are called, and what the keys of their entries hold. */
final class YamlKeys {
    /** Keys below which the lists may stand instead of at the top. */
    static final Set<String> PARENTS = Set.of("learnings", "lessons", "learned", "lessons_learned");

    private static final Set<String> LEAD = Set.of(
            "problem",
            "issue",
            "error",
            "symptom",
            "mistake",
            "pattern",
            "description",
            "learning",
            "lesson",
            "tip",
            "rule",
            "practice",
            "insight",
            "note",
            "text",
            "what",
            "avoid",
            "gotcha",
            "failure");
    private static final Set<String> REST =
            Set.of("solution", "fix", "resolution", "workaround", "prevention", "reason", "why", "cause");
    private static final Set<String> DAY = Set.of("date", "discovered", "added", "first_seen", "last_seen", "learned");
    private static final Set<String> AREA = Set.of("component", "area");

    /** What the value of an entry's key says. */
    enum Role {
        LEAD,
        REST,
        DAY,
        AREA,
        /** Something that no line tells. */
        OTHER
    }

    private YamlKeys() {}

    /** The lists that lines of a section may go to, best first; the first is the one that is made if none is there. */
    static List<String> of(Section section) {
        return switch (section) {
            case PATTERNS_THAT_WORK ->
                List.of("patterns_that_work", "effective_patterns", "what_works", "patterns", "best_practices");
            case PATTERNS_TO_AVOID ->
                List.of("patterns_to_avoid", "anti_patterns", "antipatterns", "avoid", "learned_from_failures");
            case COMMON_ISSUES ->
                List.of("common_issues", "known_issues", "common_pitfalls", "pitfalls", "learned_from_failures");
            case TIPS -> List.of("tips", "gotchas", "guidelines", "notes", "lessons", "lessons_learned", "learnings");
        };
    }

    static Role role(String key) {
        return LEAD.contains(key)
                ? Role.LEAD
                : REST.contains(key)
                        ? Role.REST
                        : DAY.contains(key) ? Role.DAY : AREA.contains(key) ? Role.AREA : Role.OTHER;
    }

    /** True if that key names a list of learnings, so that a file which has it is one of expertise. */
    static boolean isKnown(String key) {
        for (Section section : Section.values()) {
            if (of(section).contains(key)) {
                return true;
            }
        }
        return PARENTS.contains(key);
    }
}
