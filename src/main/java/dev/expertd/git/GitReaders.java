package dev.expertd.git;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Opens the repository that a folder belongs to. */
public final class GitReaders {
    private GitReaders() {}

    /** Opens the repository around {@code inside}; throws {@link GitException} with one readable line if it cannot. */
    public static GitReader open(Path inside) {
        QuietSystemReader.install();
        GitLayout layout = Layouts.find(inside);
        try {
            Config user = SystemReader.getInstance().getUserConfig();
            Ownership.check(layout, user);
            Repository repository = new RepositoryBuilder()
                    .setFS(FS.DETECTED)
                    .setGitDir(layout.gitDir().toFile())
                    .setWorkTree(layout.workTree().toFile())
                    .setMustExist(true)
                    .build();
            try {
                Formats.check(layout, repository.getConfig());
                return new JGitReader(layout, repository);
            } catch (RuntimeException e) {
                repository.close();
                throw e;
            }
        } catch (IOException | ConfigInvalidException | IllegalArgumentException e) {
            throw new GitException(layout.workTree() + " cannot be read as a git repository: " + e.getMessage(), e);
        }
    }

    /** Where the parts of the repository around {@code inside} lie, without opening it. */
    public static GitLayout layout(Path inside) {
        return Layouts.find(inside);
    }
}
