package dev.expertd.cli;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Json;
import dev.expertd.config.Settings;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.curate.Sanitiser;
import dev.expertd.curate.route.Routing;
import dev.expertd.expertise.ExpertFinder;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.learn.RoutedCommit;
import dev.expertd.learn.RoutedHistory;
import dev.expertd.model.Expert;
import dev.expertd.redact.Redactor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experts commits belong to. */
@Command(
        name = "route",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Says which experts commits belong to, with reasons, newest first as in git log.",
            "Each commit is judged with the expertise files and the tree as they stood at it."
        },
        footer = {
            "",
            "Example:",
            "  expertd route                    the last 20 commits",
            "  expertd route v1.0..v2.0",
            "  expertd route --json main        all that main can reach, one object a line"
        })
final class RouteCommand implements Callable<Integer> {
    private static final int FEW = 20;

    private final House house;
    private final Redactor redactor = new Redactor();

    @Parameters(
            arity = "0..1",
            paramLabel = "REV|RANGE",
            description = "What the revision can reach, or A..B; without it, what HEAD can.")
    private @Nullable String revision;

    @Option(
            names = "-n",
            paramLabel = "N",
            description = "So many commits at most (without REV " + FEW + ", with it all).")
    private @Nullable Long count;

    @Option(names = "--json", description = "One JSON object a line, with full ids.")
    private boolean json;

    RouteCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        try (GitReader git = GitReaders.open(house.folder())) {
            Settings settings = SettingsLoader.load(
                    house.places().userSettings(), git.layout().workTree());
            List<Expert> configured = ExpertFinder.configured(settings);
            String range = revision == null ? "HEAD" : revision;
            if (range.contains("...")) {
                throw new CommandException("`" + range + "` has three dots; write a range as A..B");
            }
            int dots = range.indexOf("..");
            String tip = dots < 0 ? range : range.substring(dots + 2);
            List<String> without = dots < 0 ? List.of() : List.of(resolved(git, range.substring(0, dots)));
            long limit = count != null && count >= 0 ? count : count == null && revision == null ? FEW : Long.MAX_VALUE;
            new RoutedHistory(git, configured, house.journal().moved().all(house.repository(git.layout())))
                    .each(resolved(git, tip), without, limit, this::print);
        }
        return 0;
    }

    private static String resolved(GitReader git, String words) {
        String named = words.isEmpty() ? "HEAD" : words;
        return git.resolve(named)
                .orElseThrow(() -> new CommandException(
                        named.equals("HEAD")
                                ? git.layout().workTree() + " has no commit yet; make one first"
                                : "`" + named + "` is no revision; name a commit, branch or tag, or a range A..B"));
    }

    /** False once nobody reads any more. */
    private boolean print(RoutedCommit routed) {
        if (json) {
            house.out().println(Json.line(object(routed)));
        } else {
            house.out()
                    .println(said(
                            routed.commit().shortId() + " " + routed.commit().subject()));
            for (Routing.Share share : routed.routing().ranked()) {
                house.out()
                        .println("    "
                                + said(String.format(
                                        Locale.ROOT,
                                        "%.2f %s: %s",
                                        share.score(),
                                        share.expert().name(),
                                        String.join("; ", share.reasons()))));
            }
        }
        return !house.out().checkError();
    }

    private Map<String, Object> object(RoutedCommit routed) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("commit", routed.commit().id());
        object.put(
                "experts", routed.routing().ranked().stream().map(this::expert).toList());
        return object;
    }

    private Map<String, Object> expert(Routing.Share share) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", said(share.expert().name()));
        object.put("score", Math.round(share.score() * 100) / 100.0);
        object.put("why", share.reasons().stream().map(this::said).toList());
        return object;
    }

    private String said(String text) {
        return Sanitiser.clean(redactor.redact(text).text());
    }
}
