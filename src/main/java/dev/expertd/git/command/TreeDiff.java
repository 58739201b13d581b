package dev.expertd.git.command;

import dev.expertd.git.plumbing.GitText;
import dev.expertd.git.plumbing.Plumbing;
import dev.expertd.git.plumbing.TreeChange;
import dev.expertd.git.plumbing.TreeEntry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares trees through {@code git diff-tree --stdin}; an answer ends where git repeats a line that is no id. */
final class TreeDiff implements AutoCloseable {
    private static final String END = "end";

    private final Conversation differences;
    private final boolean hasHoles;

    private TreeDiff(GitCommand git, boolean hasHoles, String renames) {
        this.hasHoles = hasHoles;
        this.differences = new Conversation(
                git,
                "diff-tree",
                "--stdin",
                "-r",
                "-z",
                "--raw",
                "--no-abbrev",
                "--no-ext-diff",
                "--no-textconv",
                "--ignore-submodules=none",
                renames,
                "-l" + Plumbing.RENAME_LIMIT);
    }

    /** {@code hasHoles}: a partial clone, in which only renames without a change can be found. */
    static TreeDiff withRenames(GitCommand git, boolean hasHoles) {
        return new TreeDiff(git, hasHoles, "-M" + (hasHoles ? 100 : Plumbing.RENAME_SCORE) + "%");
    }

    /** Reads trees and no contents. */
    static TreeDiff plain(GitCommand git, boolean hasHoles) {
        return new TreeDiff(git, hasHoles, "--no-renames");
    }

    List<TreeChange> changes(String before, String after) throws IOException {
        byte[] question = (before + " " + after + "\n" + END + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            return differences.ask(question, TreeDiff::read);
        } catch (EOFException e) {
            if (hasHoles) {
                return List.of(); // a tree of the two is not here
            }
            throw e;
        }
    }

    @Override
    public void close() {
        differences.close();
    }

    private static List<TreeChange> read(InputStream in) throws IOException {
        List<TreeChange> changes = new ArrayList<>();
        while (true) {
            int first = in.read();
            if (first != ':') {
                String line = (char) first + GitText.decode(Conversation.until('\n', in));
                if (line.equals(END)) {
                    changes.sort(Comparator.comparing(TreeChange::path));
                    return changes;
                }
                continue; // the question, repeated
            }
            // <old mode> <new mode> <old id> <new id> <status>
            String[] facts = GitText.decode(Conversation.until(0, in)).split(" ", -1);
            String oldPath = GitText.decode(Conversation.until(0, in));
            String path = facts[4].startsWith("R") ? GitText.decode(Conversation.until(0, in)) : oldPath;
            if (changes.size() < Plumbing.CHANGE_LIMIT) {
                changes.add(new TreeChange(oldPath, path, side(facts[0], facts[2]), side(facts[1], facts[3])));
            }
        }
    }

    private static Optional<TreeEntry> side(String mode, String id) {
        int bits = Integer.parseInt(mode, 8);
        return bits == 0 ? Optional.empty() : Optional.of(new TreeEntry(bits, id));
    }
}
