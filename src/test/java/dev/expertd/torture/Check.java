package dev.expertd.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Waits until expertd has nothing left to do, and compares what it made of it all with what the model knows. */
final class Check {
    private static final long PATIENCE = 180_000_000_000L;

    private final Estate estate;
    private final Packaged program;
    private final Path home;
    private final Patches patches;
    private long runsBefore;
    private Told last = new Told(List.of(), List.of(), "");

    Check(Estate estate, Packaged program, Path home) {
        this.estate = estate;
        this.program = program;
        this.home = home;
        this.patches = new Patches(estate);
    }

    /** What never may be, looked at after each step. */
    void always(Step step) {
        for (Tree tree : estate.trees()) {
            for (String file : Expertise.FILES) {
                Expertise now = tree.now(file);
                if (!now.human().equals(tree.due(file))) {
                    throw new Broken("after `" + step.line() + "` the lines of the human in "
                            + tree.root().getFileName() + "/" + file + " are " + now.human() + ", not "
                            + tree.due(file));
                }
                if (!now.doubled().isEmpty() && tree.committed(file).doubled().isEmpty()) {
                    throw new Broken("after `" + step.line() + "` a line stands twice in "
                            + tree.root().getFileName() + "/" + file + ": " + now.doubled());
                }
            }
        }
    }

    /** Everything, once expertd has come to rest; it is running and nobody else does anything. */
    void settled(Step step) {
        GitState before = GitState.of(estate);
        Set<String> tried = patches.tried();
        Set<String> stated = patches.stated(estate.memory().lessons());
        Map<String, String> patchIds = patches.ids();
        int runs = estate.memory().takeRuns();
        long sources =
                estate.trees().stream().mapToLong(tree -> tree.traces().size()).sum();
        long end = System.nanoTime() + PATIENCE;
        List<String> open;
        long seen;
        Told told = last;
        do {
            seen = told.runs();
            Processes.sleep(1000); // asking keeps a core busy for as long
            told = Told.ask(program, home, estate.main().root());
            once(told, patchIds);
            always(step);
            open = new ArrayList<>();
            missingActs(told, tried, open);
            lines(told, tried, open);
            missingLessons(told, stated, open);
            if (told.runs() < runsBefore + sources) {
                open.add((runsBefore + sources - told.runs()) + " runs were not taken up");
            }
            drafts(open);
            if (told.runs() != seen) {
                open.add("runs are just being taken up"); // one that was replaced may make up for one still to come
            }
        } while (!open.isEmpty() && System.nanoTime() < end);
        if (!open.isEmpty()) {
            throw new Broken("expertd came to no good end: " + open);
        }
        if (told.runs() > runsBefore + runs) {
            throw new Broken("there were " + runs + " new runs, and " + (told.runs() - runsBefore) + " were judged");
        }
        runsBefore = told.runs();
        estate.trees().forEach(tree -> tree.traces().clear());
        GitState.of(estate).mustBe(before);
        GitState.mustBeSound(estate);
        count(told);
    }

    private static void once(Told told, Map<String, String> patchIds) {
        Map<String, String> owners = new HashMap<>();
        Map<String, String> changes = new HashMap<>();
        for (Told.ToldAct act : told.acts()) {
            List<String> parts = new ArrayList<>(act.commits());
            parts.addAll(act.runs());
            parts.add(act.id());
            for (String part : new HashSet<>(parts)) {
                String other = owners.put(part, act.id());
                if (other != null) {
                    throw new Broken(part + " was judged twice, in acts " + other + " and " + act.id());
                }
            }
            for (String commit : act.commits()) {
                String patch = patchIds.getOrDefault(commit, "");
                String other = patch.isEmpty() ? act.id() : changes.getOrDefault(patch, act.id());
                if (!other.equals(act.id())) {
                    throw new Broken("the change of " + commit + " was judged in acts " + other + " and " + act.id());
                }
                if (!patch.isEmpty()) {
                    changes.put(patch, act.id());
                }
            }
        }
    }

    private static void missingActs(Told told, Set<String> tried, List<String> open) {
        Set<String> missing = new HashSet<>(tried);
        told.acts().forEach(act -> missing.removeAll(act.commits()));
        if (!missing.isEmpty()) {
            open.add("no act holds " + missing);
        }
    }

    private void lines(Told told, Set<String> tried, List<String> open) {
        Map<String, Told.ToldAct> acts = new HashMap<>();
        told.acts().forEach(act -> acts.put(act.id(), act));
        for (Told.ToldLine line : told.lines()) {
            boolean stands = stands(line.text());
            boolean held = acts.containsKey(line.act())
                    && acts.get(line.act()).commits().stream().anyMatch(tried::contains);
            switch (line.mark()) {
                case "+" -> {
                    if (!stands && held) {
                        open.add("written, but not there: " + line.text());
                    }
                }
                case "\u2026" -> {
                    if (held) {
                        open.add("still to be written or taken out: " + line.text());
                    }
                }
                case "~" -> {
                    if (!stands && !isCommitted(line.text()) && !estate.memory().mayBeGone(line.text())) {
                        open.add("put aside, but git took it from nowhere: " + line.text());
                    }
                }
                case "-", "*" -> {
                    if (!estate.memory().mayBeGone(line.text()) && !wasRemovedByCommit(line.text())) {
                        open.add("nobody took out or changed (" + line.mark() + ") " + line.text());
                    }
                }
                default -> {}
            }
        }
    }

    private boolean stands(String item) {
        return estate.trees().stream()
                .anyMatch(tree ->
                        Expertise.FILES.stream().anyMatch(file -> tree.now(file).holds(item)));
    }

    private boolean isCommitted(String item) {
        return !estate.main()
                .git()
                .run("log", "--all", "--reflog", "--format=%H", "-S" + item)
                .isBlank();
    }

    /** A commit that takes out a line appears beside the one that brought it. */
    private boolean wasRemovedByCommit(String item) {
        return estate.main().git().lines("log", "--all", "--reflog", "--no-merges", "-p", "-S" + item).stream()
                        .anyMatch(line -> line.equals("-- " + item))
                || estate.main()
                                .git()
                                .lines("log", "--all", "--reflog", "-m", "--format=%H", "-S" + item)
                                .size()
                        > 1;
    }

    private static void missingLessons(Told told, Set<String> stated, List<String> open) {
        for (String lesson : stated) {
            if (!told.all().contains("`" + lesson + "`")
                    && told.lines().stream().noneMatch(line -> line.text().contains("`" + lesson + "`"))) {
                open.add("nothing was learned of " + lesson);
            }
        }
    }

    private void drafts(List<String> open) {
        try {
            if (Peek.hasDraft(home.resolve(".local/state/expertd/staging"))) {
                open.add("a temporary file is left");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(Told told) {
        estate.tally().count("checks");
        last = told;
        System.out.println("torture: " + estate.tally().of("kills") + " kills so far, in this round "
                + told.acts().size() + " acts and " + told.lines().size() + " lines");
    }

    /** Adds up what the last check saw. */
    void addUp() {
        Tally tally = estate.tally();
        tally.count("acts judged", last.acts().size());
        tally.count("runs judged", (int) last.runs());
        for (Told.ToldLine line : last.lines()) {
            switch (line.mark()) {
                case "+" -> tally.count("lines written, standing");
                case "~" -> tally.count("lines written, put aside by git");
                case "-", "*" -> tally.count("lines written, taken out by the human");
                default -> tally.count("lines not written yet or waiting for a person");
            }
        }
    }
}
