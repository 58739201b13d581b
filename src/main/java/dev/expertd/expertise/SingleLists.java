package dev.expertd.expertise;

import dev.expertd.model.Expert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The usual files that are one list of learnings, or have a part that is. One of them is used, the first. */
final class SingleLists {
    private final Path root;
    private final List<Expert> found = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    SingleLists(Path root) {
        this.root = root;
        ExpertPlaces.LISTS.stream().filter(this::isFile).forEach(file -> add(file, Expert.Format.LIST));
        for (String file : ExpertPlaces.INSTRUCTIONS) {
            if (!isFile(file)) {
                continue;
            }
            Optional<String> other = linkedTo(file);
            if (other.isPresent()) {
                notes.add(file + " is not used: it is a link to " + other.get());
            } else if (Recognition.holdsPart(root.resolve(file))) {
                add(file, Expert.Format.PART);
            } else {
                notes.add(file + " is not used: it has no heading `## Learnings`");
            }
        }
        found.stream()
                .skip(1)
                .forEach(expert -> notes.add(expert.file() + " is not used: one list is enough, and "
                        + found.get(0).file()
                        + " comes first; name the other under `experts:` in .expertd.yml to use it"));
    }

    /** What the format of a file of that name is if it is a list. */
    static Expert.Format formatOf(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return ExpertPlaces.INSTRUCTIONS.contains(name) ? Expert.Format.PART : Expert.Format.LIST;
    }

    Optional<Expert> first() {
        return found.stream().findFirst();
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private void add(String file, Expert.Format format) {
        found.add(new Expert(ExpertPlaces.OF_LIST, file, format, List.of()));
    }

    private boolean isFile(String file) {
        return Files.isRegularFile(root.resolve(file));
    }

    private Optional<String> linkedTo(String file) {
        try {
            Path real = root.resolve(file).toRealPath();
            for (String other : ExpertPlaces.INSTRUCTIONS) {
                if (!other.equals(file)
                        && Files.isSymbolicLink(root.resolve(file))
                        && isFile(other)
                        && root.resolve(other).toRealPath().equals(real)) {
                    return Optional.of(other);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // reading it will say what is wrong
        }
    }
}
