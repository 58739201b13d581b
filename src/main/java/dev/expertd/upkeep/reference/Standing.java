package dev.expertd.upkeep.reference;

import java.util.Objects;

/** How a reference stands against the code that is checked out. Lines count from 1. */
public sealed interface Standing {
    /** One word for it. */
    String word();

    /** It holds. */
    record Exact(String path) implements Standing {
        @Override
        public String word() {
            return "exact";
        }
    }

    /**
     * What it means stands elsewhere now.
     *
     * @param certain two witnesses agree on the place, so that the number may be rewritten
     * @param commit the commit that last changed the file; empty if nobody knows
     */
    record Moved(String path, int first, int last, boolean certain, String commit, String why) implements Standing {
        public Moved {
            Objects.requireNonNull(path, "path");
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("no place: " + first + "-" + last);
            }
        }

        @Override
        public String word() {
            return "moved";
        }
    }

    /**
     * Its file has another path now.
     *
     * @param written the new path, written as short as the old one was
     * @param commit the commit that renamed it
     */
    record Renamed(String path, String written, boolean certain, String commit) implements Standing {
        @Override
        public String word() {
            return "renamed";
        }
    }

    /** What it means is there no more. */
    record Gone(String why, String commit) implements Standing {
        @Override
        public String word() {
            return "gone";
        }
    }

    /** It may mean more than one thing, or nobody can tell where what it means went. */
    record Ambiguous(String why) implements Standing {
        @Override
        public String word() {
            return "ambiguous";
        }
    }
}
