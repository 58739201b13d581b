package dev.expertd.git;

import dev.expertd.git.plumbing.GitText;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Config;

/**
 * Which repositories JGit reads rightly. Everything else it may misread without a word: it opens reftable worktrees with
 * another worktree's HEAD, SHA-256 repositories with cut ids, partial clones with holes.
 */
final class Formats {
    private static final Set<String> KNOWN_EXTENSIONS = Set.of("noop", "preciousobjects", "worktreeconfig");

    /** Of pack indexes, which JGit holds on the heap: about a million objects, a quarter of a heap of 128 MB. */
    static final long PACK_INDEX_LIMIT = 32L << 20;

    private static final int ALTERNATES_LIMIT = 16;

    private final GitLayout layout;
    private final Config config;

    Formats(GitLayout layout, GitSettings settings) {
        this.layout = layout;
        this.config = settings.repository();
    }

    /** Throws if there is no work tree to speak of. */
    void check() {
        boolean isLinked = !layout.gitDir().equals(layout.commonDir());
        if (!isLinked && config.getBoolean("core", "bare", false)) {
            throw new GitException(layout.workTree() + " is a bare repository; give one of its work trees instead");
        }
    }

    /** Why JGit must not read this repository; empty if it may. */
    Optional<String> beyondJGit() throws IOException {
        int version = config.getInt("core", "repositoryformatversion", 0);
        if (version > 1) {
            return Optional.of("repository format " + version);
        }
        if (keepsRefsElsewhere()) {
            return Optional.of("refs in another format than files");
        }
        if (isPartial()) {
            return Optional.of("a partial clone");
        }
        for (String extension : config.getNames("extensions")) {
            String value = String.valueOf(config.getString("extensions", null, extension));
            boolean isDefault = extension.equalsIgnoreCase("objectformat") && value.equalsIgnoreCase("sha1")
                    || extension.equalsIgnoreCase("refstorage") && value.equalsIgnoreCase("files");
            if (!isDefault && !KNOWN_EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT))) {
                return Optional.of("extension " + extension + " = " + value);
            }
        }
        if (hasFile(layout.gitDir(), "sharedindex.*")) {
            return Optional.of("a split index");
        }
        if (config.getBoolean("index", "sparse", false) || config.getBoolean("core", "sparseCheckoutCone", false)) {
            return Optional.of("a sparse index");
        }
        List<Path> stores = new ArrayList<>(List.of(layout.commonDir().resolve("objects")));
        if (!addAlternates(stores)) {
            return Optional.of("alternates that only git finds");
        }
        return packIndexes(stores) > PACK_INDEX_LIMIT ? Optional.of("very many objects") : Optional.empty();
    }

    /** True if objects are left at the remote until somebody asks for them. */
    boolean isPartial() throws IOException {
        if (config.getString("extensions", null, "partialClone") != null) {
            return true;
        }
        for (String remote : config.getSubsections("remote")) {
            if (config.getBoolean("remote", remote, "promisor", false)
                    || config.getString("remote", remote, "partialCloneFilter") != null) {
                return true;
            }
        }
        return hasFile(layout.commonDir().resolve("objects/pack"), "*.promisor");
    }

    /** True if refs and their logs are not in files of their own. */
    boolean keepsRefsElsewhere() {
        String storage = config.getString("extensions", null, "refStorage");
        return storage != null && !storage.equalsIgnoreCase("files")
                || Files.isDirectory(layout.commonDir().resolve("reftable"));
    }

    /** Adds the stores that lend objects; false if one is named in a way that JGit does not understand. */
    private static boolean addAlternates(List<Path> stores) throws IOException {
        for (int i = 0; i < stores.size(); i++) {
            Path store = stores.get(i);
            Path alternates = store.resolve("info/alternates");
            if (!Files.isRegularFile(alternates)) {
                continue;
            }
            String text = GitText.decode(Files.readAllBytes(alternates));
            for (String line : text.split("\n", -1)) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                Path lender = store.resolve(line).normalize();
                if (line.startsWith("\"") || !Files.isDirectory(lender) || stores.size() >= ALTERNATES_LIMIT) {
                    return false;
                }
                if (!stores.contains(lender)) {
                    stores.add(lender);
                }
            }
        }
        return true;
    }

    private static long packIndexes(List<Path> stores) throws IOException {
        long size = 0;
        for (Path store : stores) {
            for (Path index : files(store.resolve("pack"), "*.idx")) {
                size += Files.size(index);
            }
        }
        return size;
    }

    private static boolean hasFile(Path folder, String glob) throws IOException {
        return !files(folder, glob).isEmpty();
    }

    private static List<Path> files(Path folder, String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
                stream.forEach(files::add);
            }
        }
        return files;
    }
}
