package dev.expertd.cli;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Answers;
import dev.expertd.cli.text.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A learning's evidence, or why a commit or run taught nothing. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "Tells what a learning rests on, or why a commit or a run taught nothing.",
        footer = {"", "Example:", "  expertd why .claude/commands/experts/backend/expertise.md:42", "  expertd why HEAD"
        })
final class WhyCommand implements Callable<Integer> {
    private final House house;

    @Parameters(
            paramLabel = "WHAT",
            description = "The id of a learning, act, commit or run; FILE:LINE; or part of a text.")
    private String what = "";

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    WhyCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        Answers answers = new Answers(house);
        List<Map<String, Object>> found = answers.to(what);
        if (found.isEmpty()) {
            throw new CommandException("nothing is known of `" + what + "`; `expertd log` lists acts and learnings");
        }
        for (Map<String, Object> answer : found) {
            if (json) {
                house.out().println(Json.line(answer));
            } else {
                answer.forEach(this::print);
                house.out().println();
            }
        }
        return 0;
    }

    private void print(String key, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(each -> house.out().println(key + ": " + each));
        } else {
            house.out().println(key + ": " + value);
        }
    }
}
