package dev.expertd.learn;

import dev.expertd.curate.route.FileIndex;
import dev.expertd.expertise.PlacedExperts;
import dev.expertd.git.GitReader;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.FileChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of one commit, and the experts among them. Moves from commit to commit by what differs, since neighbours
 * share nearly all: a whole tree is read once.
 */
final class FilesAt {
    /** More differences than that may not all be told. */
    private static final int MOST = 10_000;

    private final List<Expert> configured;
    private final Map<String, Optional<String>> texts = new HashMap<>();
    private FileIndex files = new FileIndex();
    private TreeSet<String> places = new TreeSet<>();
    private String commit = "";

    /** The experts among {@link #places}, until one of these changes. */
    private @Nullable List<Expert> found;

    /** {@code configured}: the experts that the settings name; if none, they are discovered. */
    FilesAt(List<Expert> configured) {
        this.configured = List.copyOf(configured);
    }

    FileIndex files() {
        return files;
    }

    void moveTo(String id, GitReader git) {
        if (id.equals(commit)) {
            return;
        }
        List<FileChange> differing = commit.isEmpty() ? List.of() : git.differing(commit, id);
        if (commit.isEmpty() || differing.size() >= MOST) {
            texts.clear();
            found = null;
            files = new FileIndex();
            places = new TreeSet<>();
            git.files(id).forEach(this::add);
        }
        for (FileChange change : differing.size() >= MOST ? List.<FileChange>of() : differing) {
            texts.remove(change.path());
            found = PlacedExperts.mayBeExpert(change.path()) ? null : found;
            if (change.kind() == FileChange.Kind.DELETED) {
                files.remove(change.path());
                places.remove(change.path());
            } else {
                add(change.path());
            }
        }
        commit = id;
    }

    private void add(String path) {
        files.add(path);
        if (PlacedExperts.mayBeExpert(path)) {
            places.add(path);
        }
    }

    /** The experts whose files exist at the commit, with these as they stand there. */
    List<ExpertView> experts(GitReader git) {
        List<ExpertView> views = new ArrayList<>();
        for (Expert expert : candidates(git)) {
            if (files.has(expert.file())) {
                text(expert.file(), git).ifPresent(text -> views.add(new ExpertView(expert, Map.of(), text)));
            }
        }
        return views;
    }

    private List<Expert> candidates(GitReader git) {
        List<Expert> known = found;
        if (known == null) {
            known = configured.isEmpty() ? PlacedExperts.among(places, path -> text(path, git)) : configured;
            found = known;
        }
        return known;
    }

    private Optional<String> text(String path, GitReader git) {
        Optional<String> known = texts.get(path);
        if (known == null) {
            known = git.text(commit, path);
            texts.put(path, known);
        }
        return known;
    }
}
