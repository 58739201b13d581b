package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Json;
import dev.expertd.cli.text.ReferenceText;
import dev.expertd.config.SettingsException;
import dev.expertd.expertise.reference.Reference;
import dev.expertd.expertise.reference.ReferenceFinder;
import dev.expertd.learn.FixedReferences;
import dev.expertd.model.ExpertView;
import dev.expertd.upkeep.Checkout;
import dev.expertd.upkeep.Doubts;
import dev.expertd.upkeep.reference.ReferenceLook;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The references of expertise files. */
@Command(
        name = "refs",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Tells which line, path and symbol references in expertise files no longer hold, and where what they mean is now.",
            "--fix rewrites numbers and renamed paths that are certain, and nothing else."
        },
        footer = {"", "Example:", "  expertd refs", "  expertd refs --fix"})
final class RefsCommand implements Callable<Integer> {
    private final House house;

    @Option(names = "--fix", description = "Put right what is certain, each with one minimal edit.")
    private boolean fix;

    @Option(names = "--all", description = "List the references that hold as well.")
    private boolean all;

    @Option(names = "--json", description = "One JSON object for each reference.")
    private boolean json;

    RefsCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        if (fix) {
            fix();
        }
        try (Checkout here = house.checkout()) {
            ReferenceLook look = new ReferenceLook(here.git(), here.git().head().orElse(""));
            for (ExpertView view : here.experts()) {
                String file = view.expert().file();
                byte[] content = Files.readAllBytes(here.root().resolve(file));
                List<Reference> references = ReferenceFinder.find(content);
                print(new ReferenceText(here, view), look.look(file, references));
                ReferenceFinder.leftOut(content, references.size())
                        .ifPresent(what -> house.err().println("expertd: " + file + ": " + what));
            }
            if (here.experts().isEmpty() && !json) {
                house.out().println("there is no expertise file here; `expertd init` tells where they are looked for");
            }
            doubted(here);
        }
        return 0;
    }

    /** Lines of ours that no longer hold. */
    private void doubted(Checkout here) throws IOException {
        house.locked(() -> {
            new Doubts(here).afterAll();
            return true;
        });
        for (Doubts.Doubted doubted : Doubts.marked(house.journal(), here.repository())) {
            String words =
                    doubted.line().id() + " no longer holds: " + doubted.line().text() + " (" + doubted.reason() + ")";
            house.out()
                    .println(
                            json
                                    ? Json.line(Map.of(
                                            "expert", doubted.line().expert(),
                                            "file", doubted.line().file(),
                                            "kind", "learning",
                                            "reference", doubted.line().id(),
                                            "state", "doubted",
                                            "why", doubted.reason().text()))
                                    : doubted.line().file() + ": " + words);
        }
    }

    private void fix() throws IOException {
        FixedReferences fixed = house.locked(() -> house.learner().fixReferences(house.folder()));
        new TreeMap<>(fixed.waiting())
                .forEach((file, why) -> house.err().println("expertd: " + file + " waits: " + why));
        if (!json) {
            fixed.made()
                    .forEach(edit -> house.out()
                            .println(edit.file() + ": put right: " + edit.before() + " is now " + edit.after()
                                    + " (`expertd undo " + edit.id() + "` takes it back)"));
        }
    }

    private void print(ReferenceText text, List<ReferenceLook.Finding> findings) {
        if (json) {
            findings.forEach(finding -> house.out().println(Json.line(text.json(finding))));
            return;
        }
        findings.stream()
                .filter(finding -> all || !text.holds(finding))
                .forEach(finding -> house.out().println(text.line(finding)));
        house.out().println(text.summary(findings));
    }
}
