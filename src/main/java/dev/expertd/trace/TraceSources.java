package dev.expertd.trace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the traces of a work tree by a bounded walk. */
public final class TraceSources {
    /** Where test runners leave their results when nothing is configured. */
    private static final List<String> USUAL = List.of(
            "trace_logs.json",
            "**/trace_logs.json",
            "data/eval/results/latest.json",
            "**/surefire-reports/TEST-*.xml",
            "**/failsafe-reports/TEST-*.xml",
            "**/build/test-results/**/TEST-*.xml",
            "build/test-results/**/TEST-*.xml",
            "reports/**/*.xml",
            "reports/*.xml",
            "**/junit.xml",
            "junit.xml",
            "junit-*.xml",
            "test-results/**/*.xml",
            "test-results/*.xml",
            "test-reports/**/*.xml",
            "test-reports/*.xml",
            "target/nextest/**/junit.xml");

    private static final Set<String> NEVER_ENTERED = Set.of(
            ".git",
            "node_modules",
            ".venv",
            "venv",
            "__pycache__",
            ".tox",
            ".gradle",
            ".idea",
            ".m2",
            "vendor",
            ".cache");

    private static final int DEPTH = 8;
    private static final int ENTRIES = 50_000;
    private static final int FILES = 20_000;

    private final Path root;
    private final List<String> patterns;
    private final List<PathMatcher> matchers = new ArrayList<>();

    /** The sources of a work tree by the configured patterns; by the usual places if none are configured. */
    public TraceSources(Path root, List<String> configured) {
        this.root = root;
        this.patterns = configured.isEmpty() ? USUAL : configured;
        patterns.forEach(pattern -> matchers.add(root.getFileSystem().getPathMatcher("glob:" + pattern)));
    }

    /** What one walk found. */
    public record Found(List<TraceSource> sources, Set<Path> folders) {
        public Found {
            sources = List.copyOf(sources);
            folders = Set.copyOf(folders);
        }
    }

    /** True if a path, relative to the work tree, is where a trace may stand. */
    public boolean isTrace(String path) {
        return index(Path.of(path)) >= 0;
    }

    /** Every source that has files now, in the order of the patterns, and the folders in which they stand. */
    public Found find() {
        Map<String, List<Path>> bySource = new TreeMap<>();
        Set<Path> folders = new LinkedHashSet<>();
        folders.add(root);
        try {
            Files.walkFileTree(root, Set.of(), DEPTH, new Walk(bySource, folders));
        } catch (IOException e) {
            return new Found(List.of(), folders); // the root is gone; the next look says so
        }
        List<TraceSource> sources = new ArrayList<>();
        bySource.forEach((name, files) -> {
            files.sort(null);
            sources.add(new TraceSource(name, files));
        });
        return new Found(sources, folders);
    }

    private int index(Path relative) {
        for (int i = 0; i < matchers.size(); i++) {
            if (matchers.get(i).matches(relative)) {
                return i;
            }
        }
        return -1;
    }

    /** Many files of one glob are one source; a name without wildcard is a source wherever it stands. */
    private String sourceName(int pattern, Path relative) {
        String glob = patterns.get(pattern);
        String fileGlob = glob.substring(glob.lastIndexOf('/') + 1);
        return fileGlob.matches("[^*?\\[{]+") ? relative.toString().replace('\\', '/') : glob;
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final Map<String, List<Path>> bySource;
        private final Set<Path> folders;
        private int entries;
        private int files;

        Walk(Map<String, List<Path>> bySource, Set<Path> folders) {
            this.bySource = bySource;
            this.folders = folders;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            Path name = folder.getFileName();
            boolean nested = !folder.equals(root) && Files.exists(folder.resolve(".git"));
            return !folder.equals(root) && name != null && NEVER_ENTERED.contains(name.toString()) || nested
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (++entries > ENTRIES) {
                return FileVisitResult.TERMINATE;
            }
            if (!attributes.isRegularFile() || !mayBeTrace(file)) {
                return FileVisitResult.CONTINUE;
            }
            Path relative = root.relativize(file);
            int pattern = index(relative);
            if (pattern >= 0 && ++files <= FILES) {
                bySource.computeIfAbsent(sourceName(pattern, relative), key -> new ArrayList<>())
                        .add(file);
                if (file.getParent() != null) {
                    folders.add(file.getParent());
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private static boolean mayBeTrace(Path file) {
            String name = String.valueOf(file.getFileName());
            return name.indexOf('.') >= 0;
        }
    }
}
