package dev.expertd.daemon.install.service;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a service manager is told to run: always the launcher, whose path outlives an upgrade of the program.
 *
 * @param folder the one to stand in, where Java leaves its report when it crashes
 * @param environment what the person who installs has set and the service manager would not know
 * @param unset what the service manager has set and that person has not
 * @param writable what the daemon writes to below the folders of the system
 */
record Launch(
        Path launcher,
        Path folder,
        SortedMap<String, String> environment,
        SortedSet<String> unset,
        List<Path> writable) {
    Launch {
        if (!launcher.isAbsolute()) {
            throw new IllegalArgumentException("a service manager knows no folder to look for " + launcher);
        }
        environment = new TreeMap<>(environment);
        unset = new TreeSet<>(unset);
        writable = List.copyOf(writable);
    }
}
