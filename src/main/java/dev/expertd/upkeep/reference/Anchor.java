package dev.expertd.upkeep.reference;

import java.util.Objects;

/**
 * Where and when a reference to lines was last true.
 *
 * @param age of the commit in which it was
 * @param place what is defined at the line; for {@link Hold#INSIDE} what holds it
 * @param symbol the name that the statement goes by; empty if none was needed
 */
record Anchor(Hold hold, int age, String path, String symbol, Landmarks.Place place) {
    static final Landmarks.Place NOWHERE = new Landmarks.Place(false, "", 0, 0, 0);

    /** What ties the line to the statement. */
    enum Hold {
        /** The line defines the name. */
        DEFINITION,
        /** The lines are the whole definition of the name. */
        WHOLE,
        /** The line mentions the name. */
        MENTION,
        /** The line stands in the definition of the name. */
        INSIDE,
        /** Nothing but that it was written down for that file at that time. */
        WORD,
        /** The same, but the statement speaks of names that do not stand there, or nobody knows when it was written. */
        DOUBTED
    }

    Anchor {
        Objects.requireNonNull(hold, "hold");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(place, "place");
    }
}
