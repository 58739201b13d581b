package dev.expertd.learn;

import dev.expertd.curate.route.Question;
import dev.expertd.curate.route.Router;
import dev.expertd.curate.route.Routing;
import dev.expertd.curate.route.Territories;
import dev.expertd.curate.route.Together;
import dev.expertd.git.GitReader;
import dev.expertd.model.Commit;
import dev.expertd.model.ExpertView;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks to which experts the acts of a pass belong, and keeps in memory what it read for it: texts taken apart, the past
 * of files, and the files of the commit that was looked at last.
 */
final class Routes {
    private final Territories territories = new Territories();
    private final Togetherness togetherness = new Togetherness();
    private String repository = "";
    private SoftReference<FilesAt> last = new SoftReference<>(null);

    /** The experts as they stand in the work tree, ranked for a commit, or for paths that no commit holds yet. */
    synchronized Routing of(Site site, Optional<Commit> commit, List<String> paths) {
        if (site.experts().size() < 2) {
            return Router.route(question(site, site.experts(), commit, paths, new FilesAt(List.of())), territories);
        }
        GitReader git = site.git();
        FilesAt files = files(site);
        commit.map(Commit::id).or(git::head).ifPresent(id -> files.moveTo(id, git));
        return Router.route(question(site, candidates(site, commit, files), commit, paths, files), territories);
    }

    /** An expert whose file is in git now but was not at the commit had nothing to say then. */
    private static List<ExpertView> candidates(Site site, Optional<Commit> commit, FilesAt files) {
        Optional<String> head = site.git().head().filter(id -> commit.isPresent());
        List<ExpertView> there = site.experts().stream()
                .filter(view -> files.files().has(view.expert().file())
                        || head.flatMap(id -> site.git().text(id, view.expert().file()))
                                .isEmpty())
                .toList();
        return there.isEmpty() ? site.experts() : there;
    }

    private Question question(
            Site site, List<ExpertView> experts, Optional<Commit> commit, List<String> paths, FilesAt files) {
        Set<String> expertise =
                experts.stream().map(view -> view.expert().file()).collect(Collectors.toSet());
        return new Question(
                experts,
                paths,
                commit.map(Commit::message).orElse(""),
                files.files(),
                experts.size() < 2
                        ? Together.NONE
                        : commit.map(found -> togetherness.before(found, expertise, site.git()))
                                .orElse(Together.NONE),
                site.journal().moved().all(site.repository()));
    }

    private FilesAt files(Site site) {
        FilesAt files = site.repository().equals(repository) ? last.get() : null;
        if (files == null) {
            files = new FilesAt(List.of());
            repository = site.repository();
            last = new SoftReference<>(files);
        }
        return files;
    }
}
