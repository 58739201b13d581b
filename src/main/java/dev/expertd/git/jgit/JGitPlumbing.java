package dev.expertd.git.jgit;

import dev.expertd.git.plumbing.FileVisitor;
import dev.expertd.git.plumbing.GitText;
import dev.expertd.git.plumbing.IndexEntry;
import dev.expertd.git.plumbing.LogFile;
import dev.expertd.git.plumbing.Plumbing;
import dev.expertd.git.plumbing.RawCommit;
import dev.expertd.git.plumbing.TreeChange;
import dev.expertd.git.plumbing.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.util.FS;

/** Reads a repository through JGit. Only for repositories in the format that JGit reads rightly. */
public final class JGitPlumbing implements Plumbing {
    private static final CommitMemory COMMITS = new CommitMemory();

    private final Repository repository;
    private final ObjectReader objects;
    private final JGitWalks walks;
    private final JGitTrees trees;
    private final List<Path> excludes;

    private JGitPlumbing(Repository repository, List<Path> excludes) {
        this.repository = repository;
        this.excludes = List.copyOf(excludes);
        this.objects = new RememberingReader(
                repository.newObjectReader(), repository.getCommonDirectory().toPath(), COMMITS);
        this.walks = new JGitWalks(objects);
        this.trees = new JGitTrees(repository, objects);
    }

    /** Opens the repository; {@code excludes} are the ignore files that lie in no folder of the work tree. */
    public static Plumbing open(Path workTree, Path gitDir, Path commonDir, List<Path> excludes) throws IOException {
        QuietSystemReader.install();
        Repository repository = new RepositoryBuilder()
                .setFS(FS.DETECTED)
                .setGitDir(gitDir.toFile())
                .setGitCommonDir(commonDir.toFile())
                .setWorkTree(workTree.toFile())
                .setMustExist(true)
                .build();
        return new JGitPlumbing(repository, excludes);
    }

    @Override
    public Optional<String> head() throws IOException {
        return Optional.ofNullable(repository.exactRef(Constants.HEAD))
                .map(Ref::getObjectId)
                .map(ObjectId::name);
    }

    @Override
    public Optional<String> branch() throws IOException {
        return Optional.ofNullable(repository.getFullBranch())
                .filter(name -> name.startsWith(Constants.R_HEADS))
                .map(Repository::shortenRefName);
    }

    @Override
    public Map<String, String> tips() throws IOException {
        Map<String, String> tips = new TreeMap<>();
        try (RevWalk walk = new RevWalk(objects)) {
            for (Ref ref : repository
                    .getRefDatabase()
                    .getRefsByPrefix(Constants.R_HEADS, Constants.R_REMOTES, Constants.R_TAGS)) {
                JGitWalks.peel(walk, ref.getObjectId()).ifPresent(commit -> tips.put(ref.getName(), commit.name()));
            }
        }
        return tips;
    }

    @Override
    public List<String> logLines(String ref, int bytes) throws IOException {
        Path gitDir = repository.getDirectory().toPath();
        return LogFile.tail(LogFile.of(gitDir, repository.getCommonDirectory().toPath(), ref), bytes);
    }

    @Override
    public Optional<String> resolve(String revision) throws IOException {
        try {
            return walks.commit(repository.resolve(revision)).map(ObjectId::name);
        } catch (AmbiguousObjectException | IllegalArgumentException e) {
            return Optional.empty(); // what cannot be parsed names nothing
        }
    }

    @Override
    public List<String> reachable(Collection<String> want, Collection<String> have, int limit) throws IOException {
        return walks.reachable(want, have, limit);
    }

    @Override
    public boolean isAncestor(String ancestor, String descendant) throws IOException {
        return walks.isAncestor(ancestor, descendant);
    }

    @Override
    public Optional<RawCommit> commit(String id) throws IOException {
        Optional<ObjectLoader> loader = object(id, Constants.OBJ_COMMIT);
        if (loader.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = loader.get().openStream()) {
            return Optional.of(RawCommit.parse(id, content.readNBytes(TEXT_LIMIT)));
        }
    }

    @Override
    public List<TreeChange> changes(String before, String after) throws IOException {
        return trees.changes(before, after);
    }

    @Override
    public List<TreeChange> plainChanges(String before, String after) throws IOException {
        return trees.plainChanges(before, after);
    }

    @Override
    public Map<String, TreeEntry> tree(String id) throws IOException {
        return trees.entries(id);
    }

    @Override
    public Optional<String> blobAt(String tree, String path) throws IOException {
        return trees.blobAt(tree, path);
    }

    @Override
    public Optional<byte[]> blob(String id, int limit) throws IOException {
        Optional<ObjectLoader> loader = object(id, Constants.OBJ_BLOB);
        return loader.isEmpty() || loader.get().getSize() > limit
                ? Optional.empty()
                : Optional.of(loader.get().getBytes(limit));
    }

    @Override
    public List<IndexEntry> index() throws IOException {
        DirCache index = repository.readDirCache();
        List<IndexEntry> entries = new ArrayList<>(index.getEntryCount());
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            entries.add(new IndexEntry(
                    GitText.decode(entry.getRawPath()),
                    new TreeEntry(entry.getRawMode(), entry.getObjectId().name()),
                    Integer.toUnsignedLong(entry.getLength()),
                    entry.getLastModifiedInstant(),
                    entry.isMerged(),
                    entry.isSkipWorkTree() || entry.isAssumeValid()));
        }
        return entries;
    }

    @Override
    public void eachFile(Collection<String> tracked, FileVisitor visitor) throws IOException {
        new WorkTreeWalk(repository.getWorkTree().toPath(), excludes, tracked).each(visitor);
    }

    @Override
    public void close() {
        objects.close();
        repository.close();
    }

    private Optional<ObjectLoader> object(String id, int type) throws IOException {
        try {
            ObjectLoader loader = JGitWalks.isHere(id) ? objects.open(ObjectId.fromString(id)) : null;
            return Optional.ofNullable(loader).filter(found -> found.getType() == type);
        } catch (MissingObjectException e) {
            return Optional.empty();
        }
    }
}
