package dev.expertd.daemon.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The merge driver of a repository: a section in its own configuration, and in {@code info/attributes}, which is local
 * and holds for all its worktrees, the files that it merges. Files that the team merges by another driver are left out.
 */
public final class MergeDriver {
    private static final String NAME = "expertd";
    private static final String HEADER = "[merge \"" + NAME + "\"]";
    private static final String TITLE = "\tname = expertd: learnings of both sides";
    private static final String DRIVER = "\tdriver = ";
    private static final String ATTRIBUTE = " merge=" + NAME;
    private static final List<String> USUAL =
            List.of("/.claude/commands/experts/*/expertise.md", "/.claude/experts/*/expertise.md");
    private static final Pattern IN_USUAL = Pattern.compile("\\.claude/(?:commands/)?experts/[^/]+/expertise\\.md");
    private static final Pattern BY_HAND = Pattern.compile("(?im)^\\s*\\[\\s*merge\\s+\"" + NAME + "\"\\s*\\]");

    private static final MarkedBlock SECTION =
            new MarkedBlock("merge driver", HEADER, line -> line.equals(TITLE) || line.startsWith(DRIVER));
    private static final MarkedBlock LINES = new MarkedBlock("merge driver", "", line -> line.endsWith(ATTRIBUTE));

    private final Path workTree;
    private final Path config;
    private final Path attributes;

    public MergeDriver(Path workTree, Path commonDir) {
        this.workTree = workTree;
        this.config = commonDir.resolve("config");
        this.attributes = commonDir.resolve("info/attributes");
    }

    /**
     * What stands in the repository.
     *
     * @param driver the line that git gives to a shell; empty if none is installed
     * @param attributes the lines of ours in {@code info/attributes}
     * @param files each expertise file with the driver that git would merge it by
     */
    public record State(Optional<String> driver, List<String> attributes, Map<String, String> files) {
        public State {
            attributes = List.copyOf(attributes);
            files = new TreeMap<>(files);
        }

        public boolean installed() {
            return driver.isPresent() && !attributes.isEmpty();
        }

        /** True if git would merge that file by expertd. */
        public boolean merges(String file) {
            return NAME.equals(files.get(file));
        }

        /** True if nothing says how git merges that file. */
        public boolean isFree(String file) {
            return MergeAttributes.NONE.equals(files.get(file));
        }
    }

    /**
     * Installs the driver, or renews it.
     *
     * @param program the words that start expertd, the first of them an absolute path
     * @param files the expertise files, relative to the work tree
     * @throws IOException with one readable line if the driver's section was made by somebody else, or git is at work
     */
    public State install(List<String> program, List<String> files) throws IOException {
        List<String> section = LockedFile.latin(List.of(TITLE, DRIVER + ConfigValue.of(DriverLine.of(program))));
        new LockedFile(config).edit(text -> {
            if (BY_HAND.matcher(SECTION.remove(text.orElse("")).orElse("")).find()) {
                throw new IOException(config + " holds a section " + HEADER
                        + " that is not expertd's; take it out with `git config --remove-section merge." + NAME
                        + "`, then install again");
            }
            return Optional.of(SECTION.put(text, section));
        });
        List<String> lines = LockedFile.latin(attributeLines(files));
        new LockedFile(attributes).edit(text -> Optional.of(LINES.put(text, lines)));
        return status(files);
    }

    /** Takes out what was installed, and nothing else; the files that changed. */
    public List<Path> uninstall() throws IOException {
        List<Path> changed = new ArrayList<>();
        if (takeOut(attributes, LINES)) {
            changed.add(attributes);
        }
        if (takeOut(config, SECTION)) {
            changed.add(config);
        }
        return changed;
    }

    public State status(List<String> files) throws IOException {
        Optional<String> driver = new LockedFile(config)
                .text()
                .flatMap(SECTION::lines)
                .flatMap(lines -> lines.stream()
                        .filter(line -> line.startsWith(DRIVER))
                        .map(line -> LockedFile.utf8(line.substring(DRIVER.length())))
                        .findFirst());
        List<String> lines = new LockedFile(attributes)
                .text().flatMap(LINES::lines).orElse(List.of()).stream()
                        .map(LockedFile::utf8)
                        .toList();
        return new State(driver, lines, MergeAttributes.of(workTree, files));
    }

    public Path config() {
        return config;
    }

    public Path attributes() {
        return attributes;
    }

    /** The usual places with what may come there, and all other files by their names. */
    private List<String> attributeLines(List<String> files) {
        Map<String, String> values = MergeAttributes.of(workTree, files);
        List<String> ours = files.stream()
                .filter(file -> List.of(NAME, MergeAttributes.NONE).contains(values.getOrDefault(file, "")))
                .toList();
        boolean usual =
                files.stream().filter(file -> IN_USUAL.matcher(file).matches()).allMatch(ours::contains);
        List<String> lines = new ArrayList<>();
        if (usual) {
            USUAL.forEach(pattern -> lines.add(pattern + ATTRIBUTE));
        }
        ours.stream()
                .filter(file -> !usual || !IN_USUAL.matcher(file).matches())
                .map(file -> AttributePattern.of(file) + ATTRIBUTE)
                .forEach(lines::add);
        return lines;
    }

    private static boolean takeOut(Path file, MarkedBlock block) throws IOException {
        return new LockedFile(file).edit(text -> text.flatMap(block::remove));
    }
}
