package dev.expertd.upkeep.reference;

import dev.expertd.expertise.WrittenLine;
import dev.expertd.expertise.reference.Reference;
import dev.expertd.expertise.reference.ReferenceFinder;
import dev.expertd.io.Hash;
import dev.expertd.journal.ReferenceStore;
import dev.expertd.upkeep.reference.ReferenceFix.Edit;
import dev.expertd.upkeep.reference.ReferenceLook.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A text with what is certain put right, and what is known of its references then. Text in, text out. */
public final class Correction {
    /** See {@link ReferenceStore#HOLDS}. */
    public static final String HOLDS = ReferenceStore.HOLDS;

    private static final String NONE = ReferenceStore.NONE;

    private static final int HASH = 12;

    /**
     * One correction as it is remembered.
     *
     * @param key hash of what the reference said before
     * @param lineHash hash of the whole line as it is left, without its bullet
     */
    public record Made(String key, String before, String after, String lineHash, String commit) {}

    private final byte[] after;
    private final List<Made> made;
    private final Set<String> keys;

    private Correction(byte[] after, List<Made> made, Set<String> keys) {
        this.after = after;
        this.made = List.copyOf(made);
        this.keys = Set.copyOf(keys);
    }

    /** The text; the one that was handed in if nothing is to be put right. */
    public byte[] after() {
        return after;
    }

    /** Each correction, in the order of the file. */
    public List<Made> made() {
        return made;
    }

    /** What is known afterwards: the hash of each reference, with a plus behind it if it holds. */
    public Set<String> keys() {
        return keys;
    }

    /**
     * Puts a text right.
     *
     * @param known what was known before, for references that were not looked at
     */
    public static Correction of(byte[] content, List<Finding> findings, Set<String> known, MayTouch mayTouch) {
        String[] lines = new String(content, StandardCharsets.ISO_8859_1).split("\n", -1);
        List<Finding> touched = findings.stream()
                .filter(finding -> mayTouch.test(
                        key(finding.reference()), bare(lines[finding.reference().line()])))
                .toList();
        touched = new WholeLists(content, findings, known).of(touched);
        List<Edit> edits = ReferenceFix.edits(touched);
        byte[] after = edits.isEmpty() ? content : ReferenceFix.apply(content, edits);
        String[] linesAfter = new String(after, StandardCharsets.ISO_8859_1).split("\n", -1);
        List<Made> made = new ArrayList<>();
        Set<Reference> right = new HashSet<>();
        findings.stream().filter(Finding::holds).map(Finding::reference).forEach(right::add);
        for (Finding finding : touched) {
            for (Edit edit : ReferenceFix.edits(List.of(finding))) {
                right.add(finding.reference());
                made.add(new Made(
                        key(finding.reference()),
                        edit.before(),
                        edit.after(),
                        Hash.hex(bare(linesAfter[edit.line()])),
                        commit(finding.standing())));
            }
        }
        Set<Reference> looked = new HashSet<>();
        findings.forEach(finding -> looked.add(finding.reference()));
        return new Correction(after, made, keys(content, after, right, looked, known));
    }

    /**
     * The text with corrections of one line taken back, if the line stands as it was left.
     *
     * @param wrong what was written and what stood there before
     */
    public static byte[] undone(byte[] content, String lineHash, Map<String, String> wrong) {
        String[] lines = new String(content, StandardCharsets.ISO_8859_1).split("\n", -1);
        List<Edit> edits = ReferenceFinder.find(content).stream()
                .filter(reference -> wrong.containsKey(reference.text())
                        && Hash.hex(bare(lines[reference.line()])).equals(lineHash))
                .map(reference -> new Edit(
                        reference.line(),
                        reference.start(),
                        reference.text(),
                        wrong.getOrDefault(reference.text(), "")))
                .toList();
        return ReferenceFix.apply(content, edits);
    }

    /** Hash of a line as corrections remember it. */
    public static String lineHash(String line) {
        return Hash.hex(WrittenLine.bare(line));
    }

    /** Whether a reference may be rewritten. */
    @FunctionalInterface
    public interface MayTouch {
        /** Nothing is put right; what stands there is only looked at. */
        MayTouch NOTHING = (key, line) -> false;

        boolean test(String key, String bareLine);
    }

    private static Set<String> keys(
            byte[] content, byte[] after, Set<Reference> right, Set<Reference> looked, Set<String> known) {
        List<Reference> before = ReferenceFinder.find(content);
        List<Reference> now = ReferenceFinder.find(after);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < now.size(); i++) {
            Reference old = i < before.size() ? before.get(i) : now.get(i);
            keys.add(key(now.get(i)) + (looked.contains(old) ? right.contains(old) ? HOLDS : "" : mark(old, known)));
        }
        return keys;
    }

    /** What was known of a reference of which this look says nothing. */
    private static String mark(Reference reference, Set<String> known) {
        String key = key(reference);
        return known.contains(key + HOLDS) ? HOLDS : known.contains(key) ? "" : NONE;
    }

    /** True if a look before this one met the reference. */
    public static boolean isKnown(String key, Set<String> keys) {
        return keys.contains(key) || keys.contains(key + HOLDS) || keys.contains(key + NONE);
    }

    /** The hash of what a reference says. */
    public static String key(Reference reference) {
        return Hash.hex(reference.key()).substring(0, HASH);
    }

    private static String bare(String latin) {
        String line = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return WrittenLine.bare(line);
    }

    private static String commit(Standing standing) {
        return standing instanceof Standing.Moved moved
                ? moved.commit()
                : standing instanceof Standing.Renamed renamed ? renamed.commit() : "";
    }
}
