package dev.expertd.expertise;

import dev.expertd.config.Settings;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.redact.Redactor;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the experts of a work tree: those that are configured, else those that stand in the usual places. */
public final class ExpertFinder {
    private static final long LARGEST = 4 << 20;

    private ExpertFinder() {}

    /**
     * What was found.
     *
     * @param problems files that are left alone, each with the reason in one line
     * @param notes what looks like an expert and was not taken, each with the reason in one line
     */
    public record Found(List<ExpertView> experts, List<String> problems, List<String> notes) {
        public Found {
            experts = List.copyOf(experts);
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }

        /** One that leaves the e-mail addresses which the files make public. */
        public Redactor redactor() {
            return Redactor.sparing(experts.stream().map(ExpertView::text));
        }
    }

    /** Reads the experts of a work tree: those that the settings name if they name any, else what is discovered. */
    public static Found find(Path root, Settings settings) {
        if (settings.experts().isEmpty()) {
            Discovery.Found found = Discovery.in(root);
            return find(root, found.experts(), found.notes());
        }
        return find(root, configured(settings), List.of());
    }

    /** The experts that the settings name. */
    public static List<Expert> configured(Settings settings) {
        return settings.experts().stream()
                .map(expert -> new Expert(expert.name(), expert.file(), format(expert), expert.owns()))
                .toList();
    }

    private static Expert.Format format(Settings.ExpertSetting expert) {
        Expert.Format usual = Expert.Format.usualOf(expert.file());
        return usual == Expert.Format.SECTIONS && expert.list() ? SingleLists.formatOf(expert.file()) : usual;
    }

    private static Found find(Path root, List<Expert> experts, List<String> notes) {
        List<ExpertView> views = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Expert expert : experts) {
            Path file = root.resolve(expert.file());
            try {
                byte[] bytes = read(root, expert, file);
                if (PlainText.holdsConflict(bytes)) {
                    problems.add(file + " " + PlainText.CONFLICT);
                }
                // a lesson is still one for this expert; it waits until the file can be written again
                ExpertiseText text = ExpertiseText.parse(PlainText.withoutMarks(bytes), expert.format());
                views.add(new ExpertView(expert, text.allBullets(), text.text()));
            } catch (ExpertiseException e) {
                problems.add(file + " " + e.getMessage());
            } catch (AccessDeniedException e) {
                problems.add(file + " cannot be read; give yourself the right to");
            } catch (IOException e) {
                problems.add(file + " cannot be read: " + e.getMessage());
            }
        }
        return new Found(views, problems, notes);
    }

    private static byte[] read(Path root, Expert expert, Path file) throws IOException, ExpertiseException {
        if (!Files.isRegularFile(file)) {
            throw new ExpertiseException("does not exist; make it with `expertd init --create " + expert.name() + "`");
        }
        if (!file.toRealPath().startsWith(root.toRealPath())) {
            throw new ExpertiseException("is a link that leads out of the work tree");
        }
        if (!isNamedSafely(expert)) {
            throw new ExpertiseException("is not used: rename it, its path holds a secret or control characters");
        }
        if (Files.size(file) > LARGEST) {
            throw new ExpertiseException("is larger than 4 MiB; split it");
        }
        return Files.readAllBytes(file);
    }

    /** The path of an expert is kept with each of its lines and must be found again as it is. */
    private static boolean isNamedSafely(Expert expert) {
        String name = expert.name() + '/' + expert.file();
        return name.chars().noneMatch(Character::isISOControl)
                && new Redactor().redact(name).text().equals(name);
    }
}
