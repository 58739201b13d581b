package dev.expertd.expertise;

import dev.expertd.model.Expert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for experts in the usual places: all that have a folder or file of their own, and only if there is none, one
 * file that is a single list.
 */
final class Discovery {
    private final Path root;
    private final List<Expert> experts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<Path> files = new HashSet<>();

    /** Folders with commands of an expert and no file, and what that expert is called. */
    private final Map<String, String> bare = new LinkedHashMap<>();

    private Discovery(Path root) {
        this.root = root;
    }

    /**
     * What was found.
     *
     * @param notes what looks like an expert and was not taken, each with the reason in one line
     */
    record Found(List<Expert> experts, List<String> notes) {
        Found {
            experts = List.copyOf(experts);
            notes = List.copyOf(notes);
        }
    }

    static Found in(Path root) {
        Discovery discovery = new Discovery(root);
        for (String folder : ExpertPlaces.FOLDERS) {
            discovery.list(folder).forEach(entry -> discovery.look(folder, entry));
        }
        SingleLists lists = new SingleLists(root);
        if (discovery.experts.isEmpty()) {
            lists.first().ifPresent(discovery.experts::add);
            discovery.notes.addAll(lists.notes());
        } else {
            lists.first()
                    .ifPresent(
                            list -> discovery.notes.add(
                                    list.file()
                                            + " is not used, since there are experts; name it under `experts:` in .expertd.yml to use it"));
        }
        discovery.tellBare();
        return new Found(discovery.experts, discovery.notes);
    }

    private void look(String folder, Path entry) {
        String name = entry.getFileName().toString();
        if (ExpertPlaces.isAside(name)) {
            return;
        }
        if (Files.isDirectory(entry)) {
            inFolder(folder + "/" + name, entry);
        } else if (ExpertPlaces.isFlat(folder, name)) {
            flat(folder, name, entry);
        }
    }

    private void inFolder(String folder, Path entry) {
        List<String> present = ExpertPlaces.NAMES.stream()
                .filter(name -> Files.exists(entry.resolve(name)))
                .toList();
        Optional<String> taken = present.stream()
                .filter(name -> Files.isRegularFile(entry.resolve(name)))
                .findFirst();
        if (taken.isPresent()) {
            add(entry.getFileName().toString(), folder + "/" + taken.get());
            present.stream()
                    .filter(name -> !name.equals(taken.get()))
                    .forEach(name -> notes.add(
                            folder + "/" + name + " is not used, since " + taken.get() + " stands beside it"));
        } else if (!present.isEmpty()) {
            notes.add(folder + "/" + present.get(0) + " is no file");
        } else if (Stream.of("self-improve.md", "question.md").anyMatch(name -> Files.exists(entry.resolve(name)))) {
            bare.put(folder, entry.getFileName().toString());
        }
    }

    /** The file of an expert may lie elsewhere than its commands. */
    private void tellBare() {
        Set<String> called = experts.stream().map(Expert::name).collect(Collectors.toSet());
        bare.forEach((folder, name) -> {
            if (!called.contains(name)) {
                notes.add(folder + " has commands of an expert and no " + ExpertPlaces.NAMES.get(0)
                        + "; `expertd init --create " + name + "` makes one in .claude/commands/experts");
            }
        });
    }

    private void flat(String folder, String file, Path entry) {
        if (folder.equals(ExpertPlaces.OPEN) && !Recognition.isExpertise(entry)) {
            if (file.endsWith(".md")) {
                notes.add(folder + "/" + file + " is not used: it has none of the sections that learnings stand in;"
                        + " name it under `experts:` in .expertd.yml to use it");
            }
            return;
        }
        add(file.substring(0, file.lastIndexOf('.')), folder + "/" + file);
    }

    private void add(String name, String file) {
        Path real;
        try {
            real = root.resolve(file).toRealPath();
        } catch (IOException e) {
            notes.add(file + " leads nowhere: " + e.getMessage());
            return;
        }
        if (!files.add(real)) {
            notes.add(file + " is a link to an expertise file that was found already");
            return;
        }
        String own = ExpertPlaces.free(name, names.keySet());
        if (!own.equals(name)) {
            notes.add(file + " is called " + own + ", since " + names.get(name) + " is called " + name);
        }
        names.put(own, file);
        experts.add(new Expert(own, file, Expert.Format.usualOf(file), List.of()));
    }

    private List<Path> list(String folder) {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> all = entries.sorted().toList();
            if (all.size() > ExpertPlaces.MOST) {
                notes.add(
                        folder + " has " + all.size() + " entries; the first " + ExpertPlaces.MOST + " are looked at");
            }
            return all.subList(0, Math.min(ExpertPlaces.MOST, all.size()));
        } catch (IOException | java.io.UncheckedIOException e) {
            notes.add(folder + " cannot be listed: " + e.getMessage());
            return List.of();
        }
    }
}
