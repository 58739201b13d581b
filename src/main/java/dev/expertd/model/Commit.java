package dev.expertd.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * A commit and the paths it touched, without its diff.
 *
 * @param id the full object id
 * @param author the author's e-mail address; with the author date it survives rebase and amend
 * @param authored the author date in the author's own offset
 * @param message the whole message, decoded
 * @param files changed against the first parent, renames found; empty for a merge
 */
public record Commit(
        String id,
        List<String> parents,
        String author,
        OffsetDateTime authored,
        Instant committed,
        String message,
        List<FileChange> files) {
    private static final int SHORT = 8;

    public Commit {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a commit needs an id");
        }
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(authored, "authored");
        Objects.requireNonNull(committed, "committed");
        Objects.requireNonNull(message, "message");
        parents = List.copyOf(parents);
        files = List.copyOf(files);
    }

    public boolean isMerge() {
        return parents.size() > 1;
    }

    /** The same commit with other words. */
    public Commit saying(String words) {
        return new Commit(id, parents, author, authored, committed, words, files);
    }

    /** The first line of the message. */
    public String subject() {
        return message.lines().findFirst().orElse("").strip();
    }

    public String shortId() {
        return shortId(id);
    }

    /** Any id as people read it. */
    public static String shortId(String id) {
        return id.substring(0, Math.min(SHORT, id.length()));
    }
}
