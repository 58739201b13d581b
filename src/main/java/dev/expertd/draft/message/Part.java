package dev.expertd.draft.message;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a message that tells of one change. A squashed commit has one for each of the commits that went into it:
 * their subjects stand as items, each with its paragraphs below.
 *
 * @param subject that of the part itself, or of the whole message
 */
record Part(Subject subject, List<Unit> units) {
    Part {
        units = List.copyOf(units);
    }

    /** The parts in their order; what stands above the first item belongs to the message's own subject. */
    static List<Part> of(Subject whole, Message message) {
        List<Unit> units = message.units();
        List<Part> parts = new ArrayList<>();
        List<Unit> open = new ArrayList<>();
        Subject subject = whole;
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (isSubject(unit) && i + 1 < units.size() && !units.get(i + 1).item()) {
                parts.add(new Part(subject, open));
                open = new ArrayList<>();
                subject = inheriting(Subject.of(unit.text()), whole);
            } else {
                open.add(unit);
            }
        }
        parts.add(new Part(subject, open));
        return parts.stream()
                .filter(part -> !part.units().isEmpty() || part.subject().equals(whole))
                .toList();
    }

    /** A line that could be a commit's first: short, and no sentence. */
    private static boolean isSubject(Unit unit) {
        return unit.item() && unit.text().length() <= 90 && !unit.text().matches(".*[.:;]$");
    }

    /** What a repair consists of is a repair. */
    private static Subject inheriting(Subject own, Subject whole) {
        boolean inherits =
                own.type().isEmpty() && (whole.repairs() || !whole.type().isEmpty());
        return inherits ? new Subject(whole.repairs() ? "fix" : whole.type(), own.scope(), own.description()) : own;
    }
}
