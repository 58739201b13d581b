package dev.expertd.git;

import dev.expertd.git.command.CommandPlumbing;
import dev.expertd.git.command.CommandSite;
import dev.expertd.git.jgit.JGitPlumbing;
import dev.expertd.git.plumbing.Plumbing;
import dev.expertd.git.worktree.BlobIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the repository that a folder belongs to: through JGit where its format is one that JGit reads rightly, else
 * through the git command line.
 */
public final class GitReaders {
    /** What was hashed once in this process need not be hashed at the next pass. */
    private static final BlobIds BLOB_IDS = new BlobIds(System::nanoTime);

    private GitReaders() {}

    /** The two ways to read a repository. */
    enum Way {
        JGIT,
        COMMAND
    }

    /** Opens the repository around {@code inside}; throws {@link GitException} with one readable line if it cannot. */
    public static GitReader open(Path inside) {
        return open(inside, System.getenv(), Optional.empty());
    }

    /** Where the parts of the repository around {@code inside} lie, without opening it. */
    public static GitLayout layout(Path inside) {
        return Layouts.find(inside);
    }

    /** The same, for whoever will write there: refuses what {@link #open} refuses. */
    public static GitLayout ownLayout(Path inside) {
        GitLayout layout = Layouts.find(inside);
        Map<String, String> environment = System.getenv();
        GitSettings settings = GitSettings.load(layout, environment);
        new Ownership(settings, environment).check(layout);
        new Formats(layout, settings).check();
        return layout;
    }

    /** The files in which the user and the system configure git, and say whom to trust; not all of them need exist. */
    public static List<Path> settingsFiles() {
        return GitSettings.userFiles(System.getenv());
    }

    /** The same in another environment, and in one way only if one is given. */
    static GitReader open(Path inside, Map<String, String> environment, Optional<Way> way) {
        GitLayout layout = Layouts.find(inside);
        GitSettings settings = GitSettings.load(layout, environment);
        new Ownership(settings, environment).check(layout);
        Formats formats = new Formats(layout, settings);
        try {
            formats.check();
            settings.workTree(); // a setting that says nothing sensible is told now, not in the middle of a pass
            Optional<String> beyondJGit = formats.beyondJGit();
            Plumbing plumbing = way.orElse(beyondJGit.isEmpty() ? Way.JGIT : Way.COMMAND) == Way.JGIT
                    ? JGitPlumbing.open(
                            layout.workTree(), layout.gitDir(), layout.commonDir(), settings.excludes(layout))
                    : byCommand(layout, formats, environment, beyondJGit.orElse("by wish"));
            return new RepositoryReader(layout, plumbing, settings, BLOB_IDS);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new GitException(
                    layout.workTree() + " cannot be read as a git repository: " + e.getMessage()
                            + "; run `git fsck` there",
                    e);
        }
    }

    private static Plumbing byCommand(GitLayout layout, Formats formats, Map<String, String> environment, String reason)
            throws IOException {
        CommandSite site = new CommandSite(
                layout.workTree(),
                layout.gitDir(),
                layout.commonDir(),
                formats.isPartial(),
                formats.keepsRefsElsewhere());
        try {
            return CommandPlumbing.open(site, environment);
        } catch (IOException e) {
            throw new GitException(
                    layout.workTree() + " is unsupported here: it has " + reason + ", which takes a git command that"
                            + " can read it (" + e.getMessage() + "); install a newer git",
                    e);
        }
    }
}
