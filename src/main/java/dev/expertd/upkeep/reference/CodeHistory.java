package dev.expertd.upkeep.reference;

import dev.expertd.git.GitReader;
import dev.expertd.model.FileChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line of first parents that leads to what is checked out. A commit's age is how many commits lie between it and
 * the newest, which has age 0. Read as far back as somebody asks, and each thing once.
 */
public final class CodeHistory {
    static final int LONGEST = 2_000;
    private static final int SHORT = 200;
    private static final long TEXTS = 6L << 20;

    private final GitReader git;
    private final List<String> commits;
    private final boolean whole;
    private final List<List<FileChange>> changes = new ArrayList<>();
    private final Map<String, List<Integer>> touched = new HashMap<>();
    private final Map<Integer, WrittenPaths> indexes = new HashMap<>();
    private final Map<String, Optional<Landmarks>> texts = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Step, Boolean> sureRenames = new HashMap<>();
    private long held;

    /** As far back as anybody looks. */
    public CodeHistory(GitReader git, String head) {
        this(git, git.firstParents(head, LONGEST), LONGEST);
    }

    /** What lies between two commits; if the second is no first parent of the first, everything in one step. */
    public static CodeHistory since(GitReader git, String head, String commit) {
        List<String> line = git.firstParents(head, SHORT);
        int at = line.indexOf(commit);
        return new CodeHistory(git, at < 0 ? List.of(head, commit) : line.subList(0, at + 1), 0);
    }

    private CodeHistory(GitReader git, List<String> commits, int longest) {
        this.git = git;
        this.commits = List.copyOf(commits);
        this.whole = commits.size() < longest;
    }

    /** One more than the greatest age there is. */
    public int length() {
        return commits.size();
    }

    /** True if the oldest commit known is a beginning, and not only as far as anybody looks. */
    boolean reachesTheBeginning() {
        return whole;
    }

    public String commit(int age) {
        return commits.get(age);
    }

    /** What the commit of that age changed. */
    public List<FileChange> changes(int age) {
        while (changes.size() <= age) {
            int next = changes.size();
            String parent = next + 1 < commits.size() ? commits.get(next + 1) : "";
            List<FileChange> made = parent.isEmpty() && !reachesTheBeginning()
                    ? List.of()
                    : Namesakes.paired(git.changes(parent, commits.get(next)), this, next);
            changes.add(made);
            for (FileChange change : made) {
                touched.computeIfAbsent(change.oldPath(), key -> new ArrayList<>())
                        .add(next);
                touched.computeIfAbsent(change.path(), key -> new ArrayList<>());
            }
        }
        return changes.get(age);
    }

    /**
     * The changes since that age to a file that was called so then, one after the other, whatever it was called later.
     * A deletion is the last. Read as they are asked for.
     */
    public Iterable<Step> steps(int age, String path) {
        return () -> new Iterator<>() {
            private Optional<Step> next = CodeHistory.this.next(age, path);

            @Override
            public boolean hasNext() {
                return next.isPresent();
            }

            @Override
            public Step next() {
                Step step = next.orElseThrow();
                next = step.isDeletion()
                        ? Optional.empty()
                        : CodeHistory.this.next(step.age(), step.change().path());
                return step;
            }
        };
    }

    private Optional<Step> next(int age, String path) {
        if (age == 0) {
            return Optional.empty();
        }
        changes(age - 1);
        List<Integer> ages = touched.getOrDefault(path, List.of());
        for (int i = ages.size() - 1; i >= 0; i--) {
            int at = ages.get(i);
            if (at < age) {
                return changes(at).stream()
                        .filter(change -> change.oldPath().equals(path) && change.kind() != FileChange.Kind.ADDED)
                        .findFirst()
                        .map(change -> new Step(at, change));
            }
        }
        return Optional.empty();
    }

    /**
     * The changes that made a file what it is now, the newest first; that which added it is the last. Read as they are
     * asked for.
     */
    public Iterable<Step> origins(String path) {
        return () -> new Iterator<>() {
            private Optional<Step> next = origin(0, path);

            @Override
            public boolean hasNext() {
                return next.isPresent();
            }

            @Override
            public Step next() {
                Step step = next.orElseThrow();
                next = step.isAddition()
                        ? Optional.empty()
                        : origin(step.age() + 1, step.change().oldPath());
                return step;
            }
        };
    }

    private Optional<Step> origin(int from, String path) {
        for (int age = from; age < length(); age++) {
            int at = age;
            Optional<Step> step = changes(age).stream()
                    .filter(change -> change.path().equals(path) && change.kind() != FileChange.Kind.DELETED)
                    .findFirst()
                    .map(change -> new Step(at, change));
            if (step.isPresent()) {
                return step;
            }
        }
        return Optional.empty();
    }

    /**
     * A change of one file.
     *
     * @param age of the commit that made it
     */
    public record Step(int age, FileChange change) {
        public boolean isDeletion() {
            return change.kind() == FileChange.Kind.DELETED;
        }

        public boolean isAddition() {
            return change.kind() == FileChange.Kind.ADDED;
        }
    }

    /** What became of a file: where it lies now, or which commit deleted it. */
    public Fate fate(int age, String path) {
        String now = path;
        int at = age;
        String renamedBy = "";
        String changedBy = "";
        boolean sure = true;
        String deletedBy = "";
        for (Step step : steps(age, path)) {
            at = step.age();
            changedBy = commit(at);
            String then = step.change().path();
            if (step.isDeletion()) {
                deletedBy = changedBy;
            } else if (!then.equals(now)) {
                renamedBy = changedBy;
                sure = sure && isSure(step);
                now = then;
            }
        }
        return files(0).has(now)
                ? new Fate(now, renamedBy, "", at, changedBy, sure)
                : new Fate("", renamedBy, deletedBy, at, changedBy, sure);
    }

    /**
     * What became of a file.
     *
     * @param path where it lies now; empty if it is gone
     * @param renamedBy the last commit that renamed it; empty if none did
     * @param deletedBy the commit that deleted it; empty if it is there
     * @param age of the last commit that changed it
     * @param changedBy the last commit that changed it; empty if none did
     * @param sure every rename on the way is beyond doubt
     */
    public record Fate(String path, String renamedBy, String deletedBy, int age, String changedBy, boolean sure) {
        public boolean isGone() {
            return path.isEmpty();
        }
    }

    private boolean isSure(Step rename) {
        return sureRenames.computeIfAbsent(rename, step -> Rename.isSure(this, step));
    }

    /** The files that any commit read so far changed, by the paths that they had before. */
    List<String> touchedFiles() {
        return List.copyOf(touched.keySet());
    }

    /** The ages at which a file that lies there now, or did, got a new content, the newest first. */
    List<Integer> versions(String path, int limit) {
        if (!commits.isEmpty()) {
            changes(commits.size() - 1);
        }
        return touched.getOrDefault(path, List.of()).stream().limit(limit).toList();
    }

    public WrittenPaths files(int age) {
        return indexes.computeIfAbsent(age, at -> new WrittenPaths(git.files(commits.get(at))));
    }

    public Optional<Landmarks> landmarks(int age, String path) {
        String key = age + ":" + path;
        Optional<Landmarks> known = texts.get(key);
        if (known != null) {
            return known;
        }
        Optional<Landmarks> read = text(age, path).map(text -> new Landmarks(path, text));
        texts.put(key, read);
        held += size(read);
        Iterator<Optional<Landmarks>> oldest = texts.values().iterator();
        while (held > TEXTS && texts.size() > 2) {
            held -= size(oldest.next());
            oldest.remove();
        }
        return read;
    }

    private static long size(Optional<Landmarks> text) {
        return text.map(Landmarks::text).map(String::length).orElse(0) + 64L;
    }

    public Optional<String> text(int age, String path) {
        return git.text(commits.get(age), path);
    }

    GitReader git() {
        return git;
    }
}
