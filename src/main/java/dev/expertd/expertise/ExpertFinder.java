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
    private static final List<String> FOLDERS = List.of(".claude/commands/experts", ".claude/experts");
    private static final String FLAT = "experts";
    private static final List<String> LISTS = List.of(
            "LEARNINGS.md", "docs/LEARNINGS.md", "tasks/lessons.md", ".learnings/LEARNINGS.md", ".claude/learnings.md");

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
        return find(
                root,
                settings.experts().stream()
                        .map(expert -> new Expert(
                                expert.name(),
                                expert.file(),
                                expert.list() ? Expert.Format.LIST : Expert.Format.SECTIONS,
                                expert.owns()))
                        .toList());
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

    private static List<Expert> discover(Path root) {
        List<Expert> experts = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (Path inner : list(root.resolve(folder))) {
                if (Files.isRegularFile(inner.resolve("expertise.md"))) {
                    String name = inner.getFileName().toString();
                    experts.add(
                            new Expert(name, folder + "/" + name + "/expertise.md", Expert.Format.SECTIONS, List.of()));
                }
            }
        }
        if (experts.isEmpty()) {
            for (Path file : list(root.resolve(FLAT))) {
                String name = file.getFileName().toString();
                if (name.endsWith(".md") && !name.startsWith("_") && !name.equalsIgnoreCase("README.md")) {
                    experts.add(new Expert(
                            name.substring(0, name.length() - 3),
                            FLAT + "/" + name,
                            Expert.Format.SECTIONS,
                            List.of()));
                }
            }
        }
        if (experts.isEmpty()) {
            LISTS.stream()
                    .filter(file -> Files.isRegularFile(root.resolve(file)))
                    .findFirst()
                    .ifPresent(file -> experts.add(new Expert("learnings", file, Expert.Format.LIST, List.of())));
        }
        return experts;
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
