package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Json;
import dev.expertd.cli.text.ReviewText;
import dev.expertd.config.SettingsException;
import dev.expertd.journal.ReferenceEdit;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.redact.Redacted;
import dev.expertd.upkeep.Checkout;
import dev.expertd.upkeep.NamedLines;
import dev.expertd.upkeep.NamedReferences;
import dev.expertd.upkeep.Undoing;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a learning out again, or moves it. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Takes a line out of its file again and never drafts it again, in whatever words.",
            "--to moves it to another expert instead; later acts on the same paths are led there.",
            "A reference that expertd put right is put back, and left alone from now on."
        },
        footer = {
            "",
            "Example:",
            "  expertd undo .claude/commands/experts/backend/expertise.md:42",
            "  expertd undo 1f0c2a9b3d --to frontend"
        })
final class UndoCommand implements Callable<Integer> {
    private final House house;

    @Parameters(paramLabel = "WHAT", description = "The id of a learning; FILE:LINE; or part of its text.")
    private String what = "";

    @Option(names = "--to", paramLabel = "EXPERT", description = "Move it to this expert.")
    private String to = "";

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    UndoCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        Learning line;
        Optional<String> moved = Optional.empty();
        try (Checkout here = house.checkout()) {
            List<ReferenceEdit> references = new NamedReferences(here, house.folder()).find(what);
            if (!references.isEmpty() && to.isEmpty()) {
                return undo(references);
            }
            line = new NamedLines(here, house.folder()).find(what);
            Undoing undoing = new Undoing(here);
            boolean news;
            if (to.isEmpty()) {
                news = house.locked(() -> undoing.takeBack(line));
            } else {
                moved = house.locked(() -> undoing.move(line, to)).map(Learning::id);
                news = moved.isPresent();
            }
            if (!news && line.state() == LearningState.REJECTED) {
                print(line, "undone already: " + line.id() + " (" + line.reason() + "): " + line.text());
                return 0;
            }
        }
        Map<String, Redacted> waiting = house.passAfterDecision();
        Learning after = find(line.id());
        if (moved.isPresent()) {
            Learning there = find(moved.get());
            print(there, "moved: " + line.id() + " to " + there.file() + " as " + there.id() + ": " + there.text());
            waits(there, LearningState.INTENDED, waiting);
        } else if (after.state() == LearningState.REJECTED) {
            print(after, "undone: " + after.id() + " in " + after.file() + ": " + after.text());
        } else {
            print(after, "to be undone: " + after.id() + ": " + after.text());
        }
        waits(after, LearningState.LEAVING, waiting);
        return 0;
    }

    /** Puts references back; they are left alone from now on. */
    private int undo(List<ReferenceEdit> edits) throws IOException {
        Map<String, Redacted> waiting = house.locked(() -> house.learner().undoReferences(house.folder(), edits));
        waiting.forEach((file, why) -> house.err().println("expertd: " + file + ": " + why));
        if (!waiting.isEmpty()) {
            return 1;
        }
        for (ReferenceEdit edit : edits) {
            house.out()
                    .println(
                            json
                                    ? Json.line(Map.of(
                                            "id", edit.id(),
                                            "file", edit.file(),
                                            "before", edit.before(),
                                            "after", edit.after()))
                                    : "undone: " + edit.id() + " in " + edit.file() + ": " + edit.after() + " is "
                                            + edit.before() + " again, and is left alone from now on");
        }
        return 0;
    }

    private Learning find(String id) {
        return house.journal().learnings().find(house.repository(), id).orElseThrow();
    }

    private void waits(Learning line, LearningState unfinished, Map<String, Redacted> waiting) {
        Redacted why = waiting.get(line.file());
        if (line.state() == unfinished) {
            house.err()
                    .println("expertd: " + line.file() + " waits" + (why == null ? "" : ": " + why)
                            + "; the next pass changes it");
        }
    }

    private void print(Learning line, String words) {
        if (!json) {
            house.out().println(words);
            return;
        }
        Map<String, Object> object = ReviewText.json(line);
        object.put("reason", line.reason().text());
        house.out().println(Json.line(object));
    }
}
