package dev.expertd.curate.route;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How much of its past a path shares with each expertise file: commits that changed both, before the one in question. */
public final class Together {
    /** Nothing is known of the past. */
    public static final Together NONE = new Together();

    private static final int MOST_PATHS = 60;
    private static final double FOLDER = 0.25;

    private final Map<String, Map<String, Double>> byFile = new HashMap<>();

    /**
     * Adds a commit that changed expertise files: the more of them and the more paths, the less it tells of each.
     *
     * @param expertise the expertise files that it changed
     * @param paths the other files that it changed
     */
    public void add(Collection<String> expertise, Collection<String> paths) {
        if (paths.isEmpty() || paths.size() > MOST_PATHS) {
            return;
        }
        double weight = 1.0 / (expertise.size() * Math.sqrt(paths.size()));
        for (String file : expertise) {
            Map<String, Double> shared = byFile.computeIfAbsent(file, each -> new HashMap<>());
            for (String path : paths) {
                shared.merge(path, weight, Double::sum);
                String folder = folder(path);
                if (!folder.isEmpty()) {
                    shared.merge(folder + "/", weight * FOLDER, Double::sum);
                }
            }
        }
    }

    double of(String expertise, String path) {
        Map<String, Double> shared = byFile.getOrDefault(expertise, Map.of());
        return shared.getOrDefault(path, 0.0) + shared.getOrDefault(folder(path) + "/", 0.0);
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
