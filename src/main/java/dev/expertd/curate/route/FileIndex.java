package dev.expertd.curate.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The files of one commit, found by the end of their paths. May be led on to the next commit. */
public final class FileIndex {
    /** Of more files the rest is not looked into. */
    private static final int MOST = 200_000;

    private final Map<String, Set<String>> files = new HashMap<>();
    private final Map<String, Set<String>> folders = new HashMap<>();
    private final Map<String, Integer> filesIn = new HashMap<>();
    private int size;
    private int version;

    public FileIndex() {}

    public FileIndex(Collection<String> paths) {
        paths.forEach(this::add);
    }

    public void add(String path) {
        if (size < MOST
                && files.computeIfAbsent(name(path), name -> new LinkedHashSet<>(2))
                        .add(path)) {
            size++;
            version++;
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                String folder = path.substring(0, slash);
                if (filesIn.merge(folder, 1, Integer::sum) == 1) {
                    folders.computeIfAbsent(name(folder), name -> new LinkedHashSet<>(2))
                            .add(folder);
                }
            }
        }
    }

    public void remove(String path) {
        if (!drop(files, path)) {
            return;
        }
        size--;
        version++;
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            int left = filesIn.merge(folder, -1, Integer::sum);
            if (left == 0) {
                filesIn.remove(folder);
                drop(folders, folder);
            }
        }
    }

    public boolean has(String path) {
        return files.getOrDefault(name(path), Set.of()).contains(path);
    }

    public boolean isFolder(String path) {
        return filesIn.containsKey(path);
    }

    /** Every file, in no order. */
    public Stream<String> all() {
        return files.values().stream().flatMap(Set::stream);
    }

    /** Another number once a file was added or removed. */
    int version() {
        return version;
    }

    /** The files whose paths end in these segments. */
    public List<String> endingIn(String end) {
        return endingIn(files, end);
    }

    /** The folders whose paths end in these segments. */
    public List<String> foldersEndingIn(String end) {
        return endingIn(folders, end);
    }

    private static List<String> endingIn(Map<String, Set<String>> places, String end) {
        List<String> found = new ArrayList<>(1);
        for (String path : places.getOrDefault(name(end), Set.of())) {
            if (path.endsWith(end)
                    && (path.length() == end.length() || path.charAt(path.length() - end.length() - 1) == '/')) {
                found.add(path);
            }
        }
        return found;
    }

    private static boolean drop(Map<String, Set<String>> places, String path) {
        Set<String> same = places.get(name(path));
        if (same == null || !same.remove(path)) {
            return false;
        }
        if (same.isEmpty()) {
            places.remove(name(path));
        }
        return true;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
