package dev.expertd.expertise;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Files that {@code expertd init} makes when it is asked to. */
public final class Templates {
    private Templates() {}

    /**
     * A new expertise file for the expert of that name.
     *
     * @param sources folders and files that it knows; empty if nothing says
     */
    public static String expertise(String name, List<String> sources, LocalDate today) {
        String known = sources.isEmpty()
                ? "name here the folders and files that this expert knows, for example `app/`"
                : sources.stream().map(source -> "`" + source + "`").collect(Collectors.joining(", "));
        String rows = sources.stream().map(source -> "| `" + source + "` | |\n").collect(Collectors.joining());
        return """
            ---
            type: expert-file
            file-type: expertise
            tags: [expert-file, mental-model, %1$s]
            last_updated: %2$s
            ---

            # %1$s expertise

            > **Sources**: %3$s

            ---

            ## Part 1: Overview

            <!-- What this area is for, and how its pieces work together. -->

            ## Part 2: Key Files

            | File | Purpose |
            |------|---------|
            %4$s
            ## Part 3: Known Issues

            <!-- What does not work yet, and what to do instead. -->

            ---

            ## Learnings

            ### patterns_that_work

            ### patterns_to_avoid

            ### common_issues

            ### tips
            """.formatted(name, today, known, rows);
    }

    /** A self-improve command for the expert of that name, which calls expertd instead of writing by itself. */
    public static String selfImprove(String name) {
        return """
            ---
            description: "Record what was learned about %1$s"
            allowed-tools: Bash
            argument-hint: [component] [success|failed|partial]
            ---

            # %1$s expert: self-improve

            expertd does this by itself after every commit and test run. Run it by hand to add what no commit and no
            trace says:

            ```bash
            expertd learn $1 $2 -e %1$s -m "cause, consequence, and what to do instead"
            ```

            Name at least one symbol, path or error in backticks. The report that it prints says which line was added, or
            what was missing.
            """.formatted(name);
    }
}
