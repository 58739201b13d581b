package dev.expertd.git.change;

import dev.expertd.git.plumbing.TreeChange;
import dev.expertd.git.plumbing.TreeEntry;
import dev.expertd.model.FileDiff;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Identity of a change that survives rebase, cherry-pick and lines that move: what {@code git patch-id --stable} makes
 * of {@code git diff-tree -p --full-index}. It digests file names, the lines changed and three lines around them, less
 * all white space and line numbers. Equal to git's for text where both find the same edits.
 */
public final class PatchId {
    private static final int CONTEXT = 3;

    private final MessageDigest digest;
    private final byte[] sum;
    private boolean isEmpty = true;

    /** True while something was digested and not added up: as for git, a file whose lines are all the same stays open. */
    private boolean isOpen;

    /** {@code algorithm}: the repository's, {@code SHA-1} or {@code SHA-256}. */
    public PatchId(String algorithm) {
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("no digest " + algorithm, e);
        }
        sum = new byte[digest.getDigestLength()];
    }

    /**
     * Takes in the next file, in the order of paths, a rename as two. A content that is not there, or too large to be
     * looked at, is empty; then the file counts by its blob ids, as binary files do.
     */
    public void add(TreeChange change, Optional<byte[]> before, Optional<byte[]> after) {
        isEmpty = false;
        boolean isRetyped = change.before().isPresent()
                && change.after().isPresent()
                && (change.before().get().mode() & TreeEntry.TYPE)
                        != (change.after().get().mode() & TreeEntry.TYPE);
        if (isRetyped) {
            file(new TreeChange(change.path(), change.path(), change.before(), Optional.empty()), before, after);
            file(new TreeChange(change.path(), change.path(), Optional.empty(), change.after()), before, after);
        } else {
            file(change, before, after);
        }
    }

    /** The identity of all that was taken in; empty if that was nothing. */
    public Optional<String> value() {
        if (isEmpty) {
            return Optional.empty();
        }
        if (isOpen) {
            flush();
        }
        return Optional.of(HexFormat.of().formatHex(sum));
    }

    private void file(TreeChange change, Optional<byte[]> before, Optional<byte[]> after) {
        header(change);
        byte[] one = change.before().isEmpty() ? new byte[0] : before.orElse(null);
        byte[] other = change.after().isEmpty() ? new byte[0] : after.orElse(null);
        Optional<List<FileDiff.Edit>> edits =
                one == null || other == null ? Optional.empty() : LineDiff.edits(one, other);
        String oldId = change.before().map(TreeEntry::id).orElse("");
        String newId = change.after().map(TreeEntry::id).orElse("");
        if (oldId.equals(newId)) {
            return; // its mode alone was changed
        }
        if (edits.isEmpty() || one == null || other == null) {
            String absent = "0".repeat(Math.max(oldId.length(), newId.length()));
            line((oldId.isEmpty() ? absent : oldId) + (newId.isEmpty() ? absent : newId));
            flush();
        } else if (!edits.get().isEmpty()) {
            line(change.before().isEmpty() ? "---/dev/null" : "---a/" + change.path());
            line(change.after().isEmpty() ? "+++/dev/null" : "+++b/" + change.path());
            hunks(lines(one), lines(other), edits.get());
            flush();
        }
    }

    private void header(TreeChange change) {
        isOpen = true;
        line("diff --git a/" + change.path() + " b/" + change.path());
        String oldMode = change.before().map(PatchId::octal).orElse("");
        String newMode = change.after().map(PatchId::octal).orElse("");
        if (oldMode.isEmpty()) {
            line("new file mode " + newMode);
        } else if (newMode.isEmpty()) {
            line("deleted file mode " + oldMode);
        } else if (!oldMode.equals(newMode)) {
            line("old mode " + oldMode);
            line("new mode " + newMode);
        }
    }

    private static String octal(TreeEntry entry) {
        return Integer.toOctalString(entry.mode());
    }

    private void hunks(List<byte[]> before, List<byte[]> after, List<FileDiff.Edit> edits) {
        int shown = 0;
        for (int i = 0; i < edits.size(); i++) {
            FileDiff.Edit edit = edits.get(i);
            for (int line = Math.max(shown, edit.beforeStart() - CONTEXT); line < edit.beforeStart(); line++) {
                update(before.get(line));
            }
            for (int line = edit.beforeStart(); line < edit.beforeEnd(); line++) {
                digest.update((byte) '-');
                update(before.get(line));
            }
            for (int line = edit.afterStart(); line < edit.afterEnd(); line++) {
                digest.update((byte) '+');
                update(after.get(line));
            }
            int next = i + 1 < edits.size() ? edits.get(i + 1).beforeStart() : before.size();
            shown = Math.min(next, edit.beforeEnd() + CONTEXT);
            for (int line = edit.beforeEnd(); line < shown; line++) {
                update(before.get(line));
            }
        }
    }

    private static List<byte[]> lines(byte[] content) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                lines.add(Arrays.copyOfRange(content, start, i));
                start = i + 1;
            }
        }
        if (start < content.length) {
            lines.add(Arrays.copyOfRange(content, start, content.length));
        }
        return lines;
    }

    private void line(String text) {
        update(text.getBytes(StandardCharsets.UTF_8));
    }

    private void update(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                digest.update(b);
            }
        }
    }

    /** Adds up the digests of files, so that their order does not matter. */
    private void flush() {
        isOpen = false;
        byte[] hash = digest.digest();
        int carry = 0;
        for (int i = 0; i < sum.length; i++) {
            carry += (sum[i] & 0xff) + (hash[i] & 0xff);
            sum[i] = (byte) carry;
            carry >>= 8;
        }
    }
}
