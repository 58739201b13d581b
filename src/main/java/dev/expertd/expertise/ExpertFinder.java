package dev.expertd.expertise;

import dev.expertd.config.Settings;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the experts of a work tree: those that are configured, else those that stand in the usual places. */
public final class ExpertFinder {
    private ExpertFinder() {}

    /**
     * What was found.
     *
     * @param problems files that are left alone, each with the reason in one line
     */
    public record Found(List<ExpertView> experts, List<String> problems) {
        public Found {
            experts = List.copyOf(experts);
            problems = List.copyOf(problems);
        }

        /** One that leaves the e-mail addresses which the files make public. */
        public Redactor redactor() {
            return Redactor.sparing(experts.stream().map(ExpertView::text));
        }
    }

    /** Reads the experts of a work tree: those that the settings name if they name any, else what is discovered. */
    public static Found find(Path root, Settings settings) {
        return find(root, configured(settings));
    }

    /** The experts that the settings name. */
    public static List<Expert> configured(Settings settings) {
        return settings.experts().stream()
                .map(expert -> new Expert(
                        expert.name(),
                        expert.file(),
                        expert.list() ? Expert.Format.LIST : Expert.Format.SECTIONS,
                        expert.owns()))
                .toList();
    }

    private static Found find(Path root, List<Expert> configured) {
        List<ExpertView> views = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Expert expert : configured.isEmpty() ? discover(root) : configured) {
            Path file = root.resolve(expert.file());
            try {
                if (!Files.isRegularFile(file)) {
                    throw new ExpertiseException(
                            "does not exist; make it with `expertd init --create " + expert.name() + "`");
                }
                if (!file.toRealPath().startsWith(root.toRealPath())) {
                    throw new ExpertiseException("is a link that leads out of the work tree");
                }
                if (!isNamedSafely(expert)) {
                    throw new ExpertiseException("is not used: rename it, its path holds a secret");
                }
                ExpertiseText text = ExpertiseText.parse(Files.readAllBytes(file), expert.format());
                views.add(new ExpertView(expert, text.allBullets(), text.text()));
            } catch (ExpertiseException e) {
                problems.add(file + " " + e.getMessage());
            } catch (IOException e) {
                problems.add(file + " cannot be read: " + e.getMessage());
            }
        }
        return new Found(views, problems);
    }

    /** The path of an expert is kept with each of its lines and must be found again as it is. */
    private static boolean isNamedSafely(Expert expert) {
        String name = expert.name() + '\n' + expert.file();
        return new Redactor().redact(name).text().equals(name);
    }

    /** Of folders only what may hold an expert is listed; which of it does, the paths alone say. */
    private static List<Expert> discover(Path root) {
        List<String> paths = new ArrayList<>();
        for (String folder : ExpertPlaces.FOLDERS) {
            for (Path inner : list(root.resolve(folder))) {
                addFile(inner.resolve("expertise.md"), folder + "/" + inner.getFileName() + "/expertise.md", paths);
            }
        }
        for (Path file : list(root.resolve(ExpertPlaces.FLAT))) {
            addFile(file, ExpertPlaces.FLAT + "/" + file.getFileName(), paths);
        }
        ExpertPlaces.LISTS.forEach(file -> addFile(root.resolve(file), file, paths));
        return ExpertPlaces.among(paths);
    }

    private static void addFile(Path file, String path, List<String> paths) {
        if (Files.isRegularFile(file)) {
            paths.add(path);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().limit(1_000).toList();
        } catch (IOException e) {
            return List.of(); // an unreadable folder holds no expert that could be written
        }
    }
}
