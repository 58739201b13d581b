package dev.expertd.cli;

import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.expertise.ExpertFinder;
import dev.expertd.redact.Redactor;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Parts in which expertise files of a work tree describe known issues, besides the section for learnings. */
final class IssueParts {
    private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} ([^\\n]{0,60}\\bKnown Issues\\b[^\\n]{0,60})$");

    private IssueParts() {}

    /** The heading, by file; empty if the settings cannot be read, which is told elsewhere. */
    static Map<String, String> in(Path userSettings, Path worktree) {
        Map<String, String> parts = new TreeMap<>();
        try {
            ExpertFinder.Found found = ExpertFinder.find(worktree, SettingsLoader.load(userSettings, worktree));
            Redactor redactor = found.redactor();
            found.experts().forEach(view -> {
                Matcher heading = HEADING.matcher(view.text());
                if (heading.find()) {
                    parts.put(
                            view.expert().file(),
                            redactor.redact(heading.group(1).strip()).text());
                }
            });
        } catch (SettingsException e) {
            return Map.of();
        }
        return parts;
    }
}
