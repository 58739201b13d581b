package dev.expertd.curate.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an expertise file claims among the files of one commit: how much of what it names lies at each file and in each
 * folder. Most names are the ends of paths; one that several files end in is shared among them.
 */
final class Claims {
    /** A name that more files end in names none of them. */
    private static final int MOST_FILES = 8;

    /** The same of folders, of which many are called alike. */
    private static final int MOST_FOLDERS = 3;

    private final Map<String, Double> weights = new HashMap<>();
    private double total;

    private Claims() {}

    static Claims of(Territory territory, FileIndex files) {
        Claims claims = new Claims();
        territory.named().forEach((name, weight) -> claims.name(name, Math.log1p(weight), files));
        territory.globs().forEach((glob, weight) -> claims.glob(glob, Math.log1p(weight), files));
        return claims;
    }

    /** The weight of what lies at a file or in a folder. */
    double at(String place) {
        return weights.getOrDefault(place, 0.0);
    }

    /** The weight of everything that was found. */
    double total() {
        return total;
    }

    private void name(String name, double weight, FileIndex files) {
        List<String> ends = name.endsWith("/") ? List.of() : files.endingIn(name);
        if (ends.isEmpty()) {
            folder(name.endsWith("/") ? name.substring(0, name.length() - 1) : name, weight, files);
        } else if (ends.contains(name)) {
            add(name, weight);
        } else if (ends.size() <= MOST_FILES) {
            ends.forEach(path -> add(path, weight / ends.size()));
        }
    }

    private void folder(String name, double weight, FileIndex files) {
        if (files.isFolder(name)) {
            add(name, weight);
            return;
        }
        List<String> ends = files.foldersEndingIn(name);
        if (ends.size() <= MOST_FOLDERS) {
            ends.forEach(folder -> add(folder, weight / (ends.size() * ends.size())));
        }
    }

    /** A pattern stands for the folder in which its first star is. */
    private void glob(String glob, double weight, FileIndex files) {
        int slash = glob.lastIndexOf('/', glob.indexOf('*'));
        if (slash > 0) {
            folder(glob.substring(0, slash), weight, files);
        }
    }

    private void add(String place, double weight) {
        total += weight;
        weights.merge(place, weight, Double::sum);
        for (int slash = place.lastIndexOf('/'); slash > 0; slash = place.lastIndexOf('/', slash - 1)) {
            weights.merge(place.substring(0, slash), weight, Double::sum);
        }
    }
}
