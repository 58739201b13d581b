package dev.expertd.git.command;

import dev.expertd.git.plumbing.FileAttributes;
import dev.expertd.git.plumbing.FileNames;
import dev.expertd.git.plumbing.FileVisitor;
import dev.expertd.git.plumbing.GitText;
import dev.expertd.git.plumbing.IndexEntry;
import dev.expertd.git.plumbing.LogFile;
import dev.expertd.git.plumbing.ObjectIds;
import dev.expertd.git.plumbing.Plumbing;
import dev.expertd.git.plumbing.RawCommit;
import dev.expertd.git.plumbing.TreeChange;
import dev.expertd.git.plumbing.TreeEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a repository of any format through the git command line. */
public final class CommandPlumbing implements Plumbing {
    private static final int LISTING_LIMIT = 64 << 20;
    private static final int NAME_LIMIT = 1024;

    private final GitCommand git;
    private final CommandSite site;
    private final ObjectFile objects;
    private final TreeDiff differences;
    private final TreeDiff plainDifferences;

    private CommandPlumbing(GitCommand git, CommandSite site) {
        this.git = git;
        this.site = site;
        this.objects = new ObjectFile(git, site.isPartial());
        this.differences = TreeDiff.withRenames(git, site.isPartial());
        this.plainDifferences = TreeDiff.plain(git, site.isPartial());
    }

    /** Opens the repository; throws if there is no git, or none that can read it, with what it said. */
    public static Plumbing open(CommandSite site, Map<String, String> environment) throws IOException {
        Path program = GitCommand.find(environment).orElseThrow(() -> new IOException("no git was found on PATH"));
        GitCommand git = new GitCommand(program, site.workTree(), site.gitDir(), environment);
        git.output(NAME_LIMIT, "rev-parse", "--is-inside-work-tree");
        return new CommandPlumbing(git, site);
    }

    @Override
    public Optional<String> head() throws IOException {
        return resolve("HEAD");
    }

    @Override
    public Optional<String> branch() throws IOException {
        String heads = "refs/heads/";
        return line("symbolic-ref", "--quiet", "HEAD")
                .filter(name -> name.startsWith(heads))
                .map(name -> name.substring(heads.length()));
    }

    @Override
    public Map<String, String> tips() throws IOException {
        byte[] listing = git.output(
                LISTING_LIMIT,
                "for-each-ref",
                "--format=%(refname) %(objecttype) %(objectname) %(*objecttype) %(*objectname)",
                "refs/heads/",
                "refs/remotes/",
                "refs/tags/");
        Map<String, String> tips = new TreeMap<>();
        for (String ref : GitText.decode(listing).split("\n", -1)) {
            String[] facts = ref.split(" ", -1);
            if (facts.length == 5 && facts[1].equals("commit")) {
                tips.put(facts[0], facts[2]);
            } else if (facts.length == 5 && facts[3].equals("commit")) {
                tips.put(facts[0], facts[4]);
            } else if (facts.length == 5 && facts[3].equals("tag")) {
                peel(facts[4]).ifPresent(commit -> tips.put(facts[0], commit));
            }
        }
        return tips;
    }

    @Override
    public List<String> logLines(String ref, int bytes) throws IOException {
        if (site.keepsRefsElsewhere()) {
            return RefLogs.lines(git, ref);
        }
        return LogFile.tail(LogFile.of(site.gitDir(), site.commonDir(), ref), bytes);
    }

    @Override
    public Optional<String> resolve(String revision) throws IOException {
        boolean isHarmless = !revision.isEmpty()
                && revision.length() <= NAME_LIMIT
                && revision.charAt(0) != '-'
                && revision.chars().noneMatch(Character::isISOControl);
        return isHarmless ? line("rev-parse", "--verify", "--quiet", revision + "^{commit}") : Optional.empty();
    }

    @Override
    public List<String> reachable(Collection<String> want, Collection<String> have, int limit) throws IOException {
        StringBuilder ends = new StringBuilder();
        for (String id : new LinkedHashSet<>(want)) {
            peel(id).ifPresent(commit -> ends.append(commit).append('\n'));
        }
        if (ends.isEmpty()) {
            return List.of();
        }
        for (String id : new LinkedHashSet<>(have)) {
            peel(id).ifPresent(commit -> ends.append('^').append(commit).append('\n'));
        }
        GitCommand.Answer answer = git.run(
                LISTING_LIMIT,
                ends.toString(),
                "rev-list",
                "--topo-order",
                "--reverse",
                "--max-count=" + Math.max(0, Math.min(limit, WALK_LIMIT)),
                "--stdin");
        if (!answer.isYes()) {
            throw GitCommand.failure("rev-list", answer.error());
        }
        return answer.text().lines().toList();
    }

    @Override
    public boolean isAncestor(String ancestor, String descendant) throws IOException {
        Optional<String> base = peel(ancestor);
        Optional<String> tip = peel(descendant);
        return base.isPresent()
                && tip.isPresent()
                && git.run(NAME_LIMIT, "", "merge-base", "--is-ancestor", base.get(), tip.get())
                        .isYes();
    }

    @Override
    public Optional<RawCommit> commit(String id) throws IOException {
        return objects.content(id, "commit", TEXT_LIMIT).map(content -> RawCommit.parse(id, content));
    }

    @Override
    public List<TreeChange> changes(String before, String after) throws IOException {
        return differences.changes(treeOrEmpty(before, after), treeOrEmpty(after, before));
    }

    @Override
    public List<TreeChange> plainChanges(String before, String after) throws IOException {
        return plainDifferences.changes(treeOrEmpty(before, after), treeOrEmpty(after, before));
    }

    @Override
    public Map<String, TreeEntry> tree(String id) throws IOException {
        Map<String, TreeEntry> entries = new LinkedHashMap<>();
        if (ObjectIds.isFull(id)) {
            for (byte[] entry : records(git.output(LISTING_LIMIT, "ls-tree", "-r", "-z", "--full-tree", id))) {
                // <mode> <type> <id>\t<path>
                String[] facts = GitText.decode(entry).split("[ \t]", 4);
                entries.put(facts[3], new TreeEntry(Integer.parseInt(facts[0], 8), facts[2]));
            }
        }
        return entries;
    }

    @Override
    public Optional<String> blobAt(String tree, String path) throws IOException {
        if (!ObjectIds.isFull(tree) || !FileNames.isInsideTree(path)) {
            return Optional.empty();
        }
        if (path.indexOf('\n') >= 0) {
            return Optional.ofNullable(tree(tree).get(path))
                    .filter(entry -> !entry.isSubmodule())
                    .map(TreeEntry::id);
        }
        for (byte[] name : FileNames.encodings(path)) {
            byte[] expression =
                    Arrays.copyOf((tree + ":").getBytes(StandardCharsets.US_ASCII), tree.length() + 1 + name.length);
            System.arraycopy(name, 0, expression, tree.length() + 1, name.length);
            Optional<ObjectFile.Header> found = objects.header(expression);
            if (found.isPresent()) {
                return found.filter(header -> header.type().equals("blob")).map(ObjectFile.Header::id);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> blob(String id, int limit) throws IOException {
        Optional<ObjectFile.Header> header =
                ObjectIds.isFull(id) ? objects.header(id.getBytes(StandardCharsets.US_ASCII)) : Optional.empty();
        return header.isPresent() && header.get().size() <= limit
                ? objects.content(id, "blob", limit)
                : Optional.empty();
    }

    @Override
    public List<IndexEntry> index() throws IOException {
        return IndexListing.parse(git.output(LISTING_LIMIT, "ls-files", "--stage", "--debug", "-z"));
    }

    @Override
    public void eachFile(Collection<String> tracked, FileVisitor visitor) throws IOException {
        List<String> paths = new ArrayList<>(tracked);
        for (byte[] other : records(git.output(LISTING_LIMIT, "ls-files", "--others", "--exclude-standard", "-z"))) {
            paths.add(GitText.decode(other));
        }
        for (String path : paths) {
            Path file = FileNames.resolve(site.workTree(), path);
            BasicFileAttributes attributes;
            try {
                attributes = FileAttributes.read(file);
            } catch (IOException e) {
                continue; // a tracked file that was deleted, or another that is gone meanwhile
            }
            if (!attributes.isDirectory()) {
                visitor.file(path, file, attributes);
            }
        }
    }

    @Override
    public void close() {
        objects.close();
        differences.close();
        plainDifferences.close();
    }

    private Optional<String> peel(String id) throws IOException {
        return ObjectIds.isFull(id)
                ? objects.header((id + "^{commit}").getBytes(StandardCharsets.US_ASCII))
                        .map(ObjectFile.Header::id)
                : Optional.empty();
    }

    private static String treeOrEmpty(String id, String other) {
        return ObjectIds.isFull(id) ? id : ObjectIds.emptyTree(other);
    }

    private Optional<String> line(String... arguments) throws IOException {
        GitCommand.Answer answer = git.run(NAME_LIMIT, "", arguments);
        return answer.isYes() ? Optional.of(answer.text().strip()).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    private static List<byte[]> records(byte[] listing) {
        List<byte[]> records = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < listing.length; i++) {
            if (listing[i] == 0) {
                records.add(Arrays.copyOfRange(listing, start, i));
                start = i + 1;
            }
        }
        return records;
    }
}
