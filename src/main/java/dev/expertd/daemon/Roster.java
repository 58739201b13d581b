package dev.expertd.daemon;

import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.git.GitException;
import dev.expertd.git.GitLayout;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.io.Places;
import dev.expertd.io.RepositoryId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every worktree of every enrolled repository, with the spool of its repository. It is asked at each sweep, so the
 * settings and a repository are read again only when their stamps say so. Settings with mistakes leave the list as it
 * was.
 */
public final class Roster implements Supplier<Map<Path, Path>> {
    private static final Logger LOG = LoggerFactory.getLogger("expertd");

    private final Places places;
    private final Map<Path, Known> known = new HashMap<>();
    private List<Path> enrolled = List.of();
    private long settingsStamp = Long.MIN_VALUE;

    public Roster(Places places) {
        this.places = places;
    }

    /** What a repository said of its worktrees, and the stamps of the paths from which it said so. */
    private record Known(Map<Path, Path> worktrees, Map<Path, Long> stamps, String problem) {}

    @Override
    public synchronized Map<Path, Path> get() {
        readSettings();
        known.keySet().retainAll(Set.copyOf(enrolled));
        Map<Path, Path> all = new LinkedHashMap<>();
        for (Path root : enrolled) {
            Known before = known.get(root);
            Known now = before == null
                            || !before.problem().isEmpty() // what has no stamp may have mended it, such as a mode
                            || !Stamps.of(before.stamps().keySet()).equals(before.stamps())
                    ? ask(root, before == null ? "" : before.problem())
                    : before;
            known.put(root, now);
            all.putAll(now.worktrees());
        }
        return all;
    }

    private void readSettings() {
        long stamp = Stamps.of(places.userSettings());
        if (stamp == settingsStamp) {
            return;
        }
        settingsStamp = stamp;
        try {
            enrolled = SettingsLoader.load(places.userSettings()).repositories().stream()
                    .map(Path::of)
                    .distinct()
                    .toList();
        } catch (SettingsException e) {
            LOG.error(
                    "the settings have mistakes, the last good ones stay in force: {}",
                    String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }

    private Known ask(Path root, String lastProblem) {
        Set<Path> paths = new LinkedHashSet<>(List.of(root, root.resolve(".git")));
        try {
            GitLayout layout = GitReaders.layout(root);
            paths.addAll(registrations(layout));
            Map<Path, Long> stamps = Stamps.of(paths); // before asking: what changes meanwhile is asked again
            Path spool = places.spool(RepositoryId.of(layout.commonDir()));
            Map<Path, Path> worktrees = new LinkedHashMap<>();
            try (GitReader git = GitReaders.open(root)) {
                git.worktrees().forEach(worktree -> worktrees.put(worktree, spool));
            }
            return new Known(worktrees, stamps, "");
        } catch (GitException | IOException e) {
            String problem = String.valueOf(e.getMessage());
            if (!problem.equals(lastProblem)) {
                LOG.warn("{}", problem);
            }
            paths.addAll(GitReaders.settingsFiles()); // where somebody else's repository may be declared safe
            return new Known(Map.of(), Stamps.of(paths), problem);
        }
    }

    /** The files in which a repository keeps where its linked worktrees are. */
    private static Set<Path> registrations(GitLayout layout) throws IOException {
        Path linked = layout.commonDir().resolve("worktrees");
        Set<Path> files = new LinkedHashSet<>(List.of(linked, layout.commonDir().resolve("config")));
        if (Files.isDirectory(linked)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(linked)) {
                entries.forEach(entry -> files.add(entry.resolve("gitdir")));
            }
        }
        return files;
    }
}
