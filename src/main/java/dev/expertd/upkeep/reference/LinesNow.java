package dev.expertd.upkeep.reference;

import dev.expertd.expertise.reference.Reference;
import java.util.List;
import java.util.Optional;

/**
 * Where the lines of a reference stand now. Two witnesses are asked: the name that the statement goes by, and the way of
 * the line through every change since it was last true. Only where they agree, or one that cannot be mistaken speaks,
 * the place is certain.
 */
final class LinesNow {
    private final CodeHistory history;
    private final DefinedNow defined;
    private final LineTrail trail;

    LinesNow(CodeHistory history, DefinedNow defined) {
        this.history = history;
        this.defined = defined;
        this.trail = new LineTrail(history);
    }

    Standing of(Reference reference, Anchor anchor) {
        CodeHistory.Fate fate = history.fate(anchor.age(), anchor.path());
        if (fate.isGone()) {
            return gone(anchor, fate);
        }
        Optional<Landmarks> code = history.landmarks(0, fate.path());
        if (code.isEmpty()) {
            return new Standing.Ambiguous(fate.path() + " is binary or too large to be read");
        }
        return switch (anchor.hold()) {
            case DEFINITION, WHOLE -> byDefinition(reference, anchor, code.get(), fate);
            default -> byTrail(reference, anchor, code.get(), fate);
        };
    }

    private Standing byDefinition(Reference reference, Anchor anchor, Landmarks code, CodeHistory.Fate fate) {
        List<Landmarks.Place> all = code.definitions(anchor.symbol());
        List<Landmarks.Place> same = all.stream()
                .filter(place -> place.qualified().equals(anchor.place().qualified()))
                .toList();
        List<Landmarks.Place> places = same.isEmpty() ? all : same;
        if (places.isEmpty()) {
            return nameLost(reference, anchor, code, fate);
        }
        if (places.size() == 1) {
            return only(reference, anchor, places.get(0), fate, !same.isEmpty());
        }
        Optional<Integer> mapped =
                trail.follow(anchor.age(), anchor.path(), anchor.place().name());
        return mapped.flatMap(line ->
                        places.stream().filter(place -> place.name() == line).findFirst())
                .map(place ->
                        at(reference, anchor, place, fate, true, "`" + anchor.symbol() + "`, followed line by line"))
                .orElseGet(() -> new Standing.Ambiguous(
                        "`" + anchor.symbol() + "` is defined " + places.size() + " times in " + fate.path()));
    }

    private Standing at(
            Reference reference,
            Anchor anchor,
            Landmarks.Place place,
            CodeHistory.Fate fate,
            boolean certain,
            String why) {
        boolean byHead = reference.first() == anchor.place().head();
        int first = byHead && reference.first() != anchor.place().name() ? place.head() : place.name();
        int last = anchor.hold() == Anchor.Hold.WHOLE ? place.last() : first;
        return standing(reference, fate, first, Math.max(first, last), certain, why);
    }

    /**
     * Certain if it is called as then, holder and all, and was the only one then too: else another may be left over of
     * several, and the line's own way must lead there.
     */
    private Standing only(
            Reference reference, Anchor anchor, Landmarks.Place place, CodeHistory.Fate fate, boolean sameHolder) {
        long then = history
                .landmarks(anchor.age(), anchor.path())
                .map(code -> code.definitions(anchor.symbol()))
                .orElse(List.of())
                .stream()
                .filter(each -> each.qualified().equals(anchor.place().qualified()))
                .count();
        boolean certain = sameHolder && then == 1
                || trail.follow(anchor.age(), anchor.path(), anchor.place().name())
                        .filter(line -> line == place.name())
                        .isPresent();
        return at(reference, anchor, place, fate, certain, "the only definition of `" + anchor.symbol() + "`");
    }

    private Standing nameLost(Reference reference, Anchor anchor, Landmarks code, CodeHistory.Fate fate) {
        List<Integer> mapped = follow(reference, anchor);
        if (!mapped.isEmpty() && code.mentions(mapped.get(0), anchor.symbol())) {
            return standing(
                    reference,
                    fate,
                    mapped.get(0),
                    mapped.get(1),
                    true,
                    "`" + anchor.symbol() + "`, followed line by line");
        }
        String commit = new Removal(history)
                .commit(anchor.path(), anchor.age(), anchor.symbol())
                .orElse("");
        return elsewhere(anchor, commit, "`" + anchor.symbol() + "` is defined in another file now")
                .orElseGet(() ->
                        new Standing.Gone("`" + anchor.symbol() + "` is no longer defined in " + fate.path(), commit));
    }

    /** The one other file that defines the name now: that of the same commit first, then any; empty if none does. */
    private Optional<Standing> elsewhere(Anchor anchor, String commit, String why) {
        return new Removal(history)
                .movedTo(anchor.path(), anchor.age(), anchor.symbol())
                .flatMap(file -> history.landmarks(0, file)
                        .map(there -> there.definitions(anchor.symbol()))
                        .filter(there -> there.size() == 1)
                        .<Standing>map(there -> new Standing.Moved(
                                file, there.get(0).name(), there.get(0).name(), false, commit, why)))
                .or(() -> defined.elsewhere(anchor.symbol(), commit));
    }

    private Standing byTrail(Reference reference, Anchor anchor, Landmarks code, CodeHistory.Fate fate) {
        List<Integer> mapped = follow(reference, anchor);
        if (mapped.isEmpty()) {
            return lost(reference, anchor, code, fate);
        }
        int first = mapped.get(0);
        int last = mapped.get(1);
        if (last < first) {
            return new Standing.Ambiguous("its first and its last line went different ways");
        }
        if (!trail.isSure(anchor.age(), anchor.path(), reference.first(), reference.last())) {
            return new Standing.Ambiguous("equal lines were put in or taken out beside it in " + fate.path());
        }
        boolean agrees = switch (anchor.hold()) {
            case MENTION -> code.mentions(first, anchor.symbol());
            case INSIDE ->
                code.definitions(anchor.symbol()).stream()
                        .anyMatch(place -> place.head() <= first && last <= place.last());
            default -> anchor.hold() == Anchor.Hold.WORD && reference.strength() == Reference.Strength.FIRM;
        };
        return standing(reference, fate, first, last, agrees, "followed line by line");
    }

    /** First and last line now; empty if one of them was lost. */
    private List<Integer> follow(Reference reference, Anchor anchor) {
        return trail.followAll(anchor.age(), anchor.path(), List.of(reference.first(), reference.last()));
    }

    private static Standing lost(Reference reference, Anchor anchor, Landmarks code, CodeHistory.Fate fate) {
        List<Landmarks.Place> places = anchor.symbol().isEmpty() ? List.of() : code.definitions(anchor.symbol());
        if (places.size() == 1 && anchor.hold() != Anchor.Hold.INSIDE && !reference.isRange()) {
            return new Standing.Moved(
                    fate.path(),
                    places.get(0).name(),
                    places.get(0).name(),
                    false,
                    fate.changedBy(),
                    "the line is gone; `" + anchor.symbol() + "` is defined here");
        }
        if (!anchor.symbol().isEmpty() && !code.mentions(anchor.symbol())) {
            return new Standing.Gone("`" + anchor.symbol() + "` is no longer in " + fate.path(), fate.changedBy());
        }
        return new Standing.Gone("what stood there was taken out of " + fate.path(), fate.changedBy());
    }

    private static Standing standing(
            Reference reference, CodeHistory.Fate fate, int first, int last, boolean certain, String why) {
        if (first == reference.first() && last == reference.last()) {
            return new Standing.Exact(fate.path());
        }
        return new Standing.Moved(fate.path(), first, last, certain && fate.sure(), fate.changedBy(), why);
    }

    private Standing gone(Anchor anchor, CodeHistory.Fate fate) {
        Optional<Standing> elsewhere = anchor.symbol().isEmpty()
                ? Optional.empty()
                : elsewhere(
                        anchor,
                        fate.deletedBy(),
                        anchor.path() + " was deleted; `" + anchor.symbol() + "` is defined here now");
        return elsewhere.orElseGet(() -> new Standing.Gone(anchor.path() + " was deleted", fate.deletedBy()));
    }
}
