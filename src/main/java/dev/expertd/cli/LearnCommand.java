package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Acts;
import dev.expertd.cli.text.Json;
import dev.expertd.cli.text.Reports;
import dev.expertd.config.Settings;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.expertise.ExpertFinder;
import dev.expertd.learn.ActView;
import dev.expertd.learn.JudgedAct;
import dev.expertd.learn.PassResult;
import dev.expertd.learn.Request;
import dev.expertd.model.OutcomeValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One pass now, by hand. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Makes one pass now: looks at HEAD~3..HEAD and the newest test run, and adds what was learned.",
            "COMPONENT and outcome overrule those of the newest act."
        },
        footer = {
            "",
            "Example:",
            "  expertd learn tool-handler failed -m \"`create_document` needs `session`: AttributeError without it\""
        })
final class LearnCommand implements Callable<Integer> {
    private final House house;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", arity = "0..1", paramLabel = "COMPONENT", description = "The area that was changed.")
    private String component = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "OUTCOME", description = "success, failed or partial.")
    private String outcome = "";

    @Option(
            names = {"-e", "--expert"},
            paramLabel = "EXPERT",
            description = "Write to this expert.")
    private String expert = "";

    @Option(
            names = {"-m", "--message"},
            paramLabel = "NOTE",
            description = "What was learned: cause, consequence, what to do.")
    private String note = "";

    @Option(names = "--since", paramLabel = "REV", description = "Look at every commit after this one.")
    private String since = "";

    @Option(names = "--dry-run", description = "Decide, but write no file.")
    private boolean dryRun;

    @Option(names = "--json", description = "One JSON object for each act judged in this pass.")
    private boolean json;

    LearnCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        PassResult result = house.learn(request());
        if (json) {
            result.judged().forEach(judged -> house.out().println(Json.line(Acts.json(judged))));
        } else {
            print(result);
        }
        return 0;
    }

    private Request request() {
        Optional<OutcomeValue> value = outcome.isEmpty() ? Optional.empty() : OutcomeValue.ofWord(outcome);
        if (value.isEmpty() && !outcome.isEmpty()
                || value.filter(OutcomeValue.NONE::equals).isPresent()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "the outcome is success, failed or partial, not `" + outcome + "`");
        }
        return new Request(true, true, component, value, expert, note, since, dryRun);
    }

    private void print(PassResult result) {
        if (result.judged().isEmpty()) {
            house.out().println("Nothing new: no commit and no test run that was not judged before.");
            noExpert().ifPresent(house.out()::println);
            newest().ifPresent(judged -> house.out()
                    .println("The newest act is " + judged.act().id() + ", "
                            + judged.act().outcome().value().word() + ": "
                            + judged.act().title() + " (`expertd report` shows it)."));
        }
        Reports reports = new Reports(house);
        boolean first = true;
        for (JudgedAct judged : result.judged()) {
            house.out().print((first ? "" : "\n") + reports.of(judged));
            first = false;
        }
        result.waiting().forEach((what, why) -> house.err().println("expertd: " + what + " waits: " + why));
    }

    private Optional<String> noExpert() {
        try {
            Path root = house.layout().workTree();
            Settings settings = SettingsLoader.load(house.places().userSettings(), root);
            return ExpertFinder.find(root, settings).experts().isEmpty()
                    ? Optional.of("There is no expert to write to; `expertd init --create NAME` makes one.")
                    : Optional.empty();
        } catch (SettingsException e) {
            return Optional.empty(); // the pass has refused them already
        }
    }

    private Optional<JudgedAct> newest() {
        return house.journal().acts().latest(house.repository(), 1).stream()
                .findFirst()
                .map(act -> ActView.of(house.journal(), act, ""));
    }
}
