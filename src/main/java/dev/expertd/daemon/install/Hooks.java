package dev.expertd.daemon.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Installs the hooks of a repository and takes them away again: in its configuration if the git at hand runs such hooks,
 * else as files. Whoever commits may use another git; with an older one a section in the configuration is nothing, and
 * the sweep does the work. Where both are for a moment, one commit leaves two hints, which is harmless.
 */
public final class Hooks {
    /** Hooks that are installed, one script for all; each is only a hint. */
    public static final List<String> NAMES = List.of("post-commit", "post-merge", "post-rewrite", "post-applypatch");

    private static final String CONFIGURED = "configured in .git/config";
    private static final String TOO_OLD = "a git before 2.54 passes over it, and the sweep looks";
    private static final String AGAIN = "`expertd hooks install` puts it right";

    private final HookFiles files;
    private final ConfiguredHooks section;
    private final HintScript script;
    private final Supplier<GitVersion> askGit;
    private @Nullable GitVersion git;

    /**
     * The hooks of one repository.
     *
     * @param folder where git looks for hooks
     * @param spool the file to which the hooks append
     */
    public Hooks(Path folder, Path workTree, Path commonDir, Path spool) {
        this(folder, workTree, commonDir, spool, () -> GitVersion.ask(workTree));
    }

    Hooks(Path folder, Path workTree, Path commonDir, Path spool, Supplier<GitVersion> askGit) {
        this.files = new HookFiles(folder, workTree, commonDir, spool);
        this.section = new ConfiguredHooks(workTree, commonDir);
        this.script = new HintScript(spool);
        this.askGit = askGit;
    }

    /** Where a hook of ours is. */
    public enum How {
        /** In the repository's configuration. */
        CONFIGURED,
        /** The only hook of that name in the folder of hooks. */
        INSTALLED,
        /** Before or behind a hook of somebody else's. */
        CHAINED,
        /** Nowhere that counts: commits are found by looking. */
        SWEEP
    }

    /** What became of one hook, in words for the user. */
    public record State(String hook, How how, String words) {
        /** True if it leaves hints. */
        public boolean installed() {
            return how != How.SWEEP;
        }
    }

    /** The states in words, hooks of one state in one line: {@code post-commit, post-merge installed}. */
    public static List<String> inWords(List<State> states) {
        Map<String, List<String>> byWords = new LinkedHashMap<>();
        states.forEach(state -> byWords.computeIfAbsent(state.words(), words -> new ArrayList<>())
                .add(state.hook()));
        List<String> lines = new ArrayList<>();
        byWords.forEach((words, hooks) -> lines.add(String.join(", ", hooks) + " " + words));
        return lines;
    }

    /** Asked only where it matters: most looks at hooks find no section, and a process for each repository adds up. */
    private GitVersion git() {
        if (git == null) {
            git = askGit.get();
        }
        return git;
    }

    /** Installs what is missing; twice is once. */
    public List<State> install() throws IOException {
        if (git().readsHooksInConfiguration()) {
            script.write();
            section.install(script.command(), NAMES);
            files.uninstall();
            return status();
        }
        List<State> states = files.install();
        if (!section.isInstalled()) {
            return states;
        }
        if (states.stream().allMatch(State::installed)) {
            section.uninstall();
        }
        return status();
    }

    /** Takes away what was installed and puts back what was there before. */
    public List<State> uninstall() throws IOException {
        List<String> added = section.added();
        boolean changed = !section.isAsInstalled(script.command(), NAMES);
        List<State> states = files.uninstall();
        if (!section.uninstall()) {
            return states;
        }
        String removed = "removed from .git/config"
                + (changed ? ", where it had been changed by hand" : "")
                + (added.isEmpty() ? "" : ", but for `" + String.join("`, `", added) + "`, which somebody added");
        return states.stream()
                .map(state -> new State(
                        state.hook(),
                        state.how(),
                        state.words().equals(HookFiles.NOT_INSTALLED) ? removed : removed + "; " + state.words()))
                .toList();
    }

    /** What is installed now. */
    public List<State> status() throws IOException {
        List<State> states = files.status();
        if (!section.isInstalled()) {
            return states;
        }
        if (!git().readsHooksInConfiguration()) {
            return states.stream()
                    .map(state -> state.installed()
                            ? new State(state.hook(), state.how(), state.words() + ", and " + CONFIGURED + " too")
                            : new State(
                                    state.hook(),
                                    How.SWEEP,
                                    CONFIGURED + ", which git " + git() + " passes over (2.54 does not); "
                                            + state.words()))
                    .toList();
        }
        String doubt = doubt();
        return states.stream()
                .map(state -> doubt.isEmpty()
                        ? new State(state.hook(), How.CONFIGURED, CONFIGURED + beside(state))
                        : new State(state.hook(), state.how(), CONFIGURED + ", but " + doubt))
                .toList();
    }

    private static String beside(State state) {
        return state.installed() ? ", and in the folder of hooks too: " + state.words() : "; " + TOO_OLD;
    }

    /** Why the section does not do what it is there for; empty if it does. */
    private String doubt() throws IOException {
        if (section.isSwitchedOff()) {
            return "switched off by hook.expertd.enabled; the sweep looks instead";
        }
        if (!section.isAsInstalled(script.command(), NAMES)) {
            return "not as expertd has it; " + AGAIN;
        }
        return script.isMissing() ? "the script that it reads is missing; " + AGAIN : "";
    }
}
