package dev.expertd.git.plumbing;

import java.util.Objects;

/** What a tree holds at a path: an object id and git's file mode, e.g. {@code 0100644}. */
public record TreeEntry(int mode, String id) {
    public static final int TYPE = 0170000;
    public static final int LINK = 0120000;
    public static final int SUBMODULE = 0160000;
    public static final int PLAIN = 0100644;
    public static final int EXECUTABLE = 0100755;

    public TreeEntry {
        Objects.requireNonNull(id, "id");
    }

    public boolean isSubmodule() {
        return (mode & TYPE) == SUBMODULE;
    }
}
