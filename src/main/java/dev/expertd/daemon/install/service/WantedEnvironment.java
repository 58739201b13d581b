package dev.expertd.daemon.install.service;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the daemon needs of the environment of the person who installs it, where a service manager has it otherwise: it
 * never sees what a login shell exports.
 */
final class WantedEnvironment {
    private static final List<String> FOLDERS = List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME");
    private static final List<String> OTHERS = List.of("JAVA_HOME", "PATH", "TZ");

    private final Map<String, String> person;
    private final Map<String, String> manager;

    WantedEnvironment(Map<String, String> person, Map<String, String> manager) {
        this.person = Map.copyOf(person);
        this.manager = Map.copyOf(manager);
    }

    SortedMap<String, String> set() {
        SortedMap<String, String> set = new TreeMap<>();
        FOLDERS.stream().filter(this::namesFolder).forEach(name -> set.put(name, person.getOrDefault(name, "")));
        OTHERS.stream()
                .filter(name -> !person.getOrDefault(name, "").isEmpty())
                .forEach(name -> set.put(name, person.getOrDefault(name, "")));
        set.entrySet().removeIf(entry -> entry.getValue().equals(manager.get(entry.getKey())));
        return set;
    }

    /** Else commands and daemon would look at different places. */
    SortedSet<String> unset() {
        SortedSet<String> unset = new TreeSet<>(FOLDERS);
        unset.removeIf(name -> namesFolder(name) || !manager.containsKey(name));
        return unset;
    }

    /** A relative path counts as unset. */
    private boolean namesFolder(String name) {
        return person.getOrDefault(name, "").startsWith("/");
    }
}
