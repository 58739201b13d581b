package dev.expertd.cli.finding;

import dev.expertd.config.Settings;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.expertise.ExpertFinder;
import dev.expertd.expertise.FileSize;
import dev.expertd.io.DurableFile;
import dev.expertd.model.ExpertView;
import dev.expertd.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expertise files of a work tree as they are now.
 *
 * @param large those that have grown past {@code limits}, and what to do
 * @param issueParts the heading under which a file describes known issues, besides the section for learnings
 * @param dated those that say when they were last updated
 * @param closed those that cannot be read or written, and what to do
 */
public record FilesNow(
        Map<String, String> large, Map<String, String> issueParts, Set<String> dated, Map<String, String> closed) {
    private static final FilesNow UNKNOWN = new FilesNow(Map.of(), Map.of(), Set.of(), Map.of());
    private static final Pattern ISSUES = Pattern.compile("(?m)^#{2,3} ([^\\n]{0,60}\\bKnown Issues\\b[^\\n]{0,60})$");
    private static final Pattern DATED = Pattern.compile("(?m)^last_updated:");
    private static final int HEAD = 4_000;

    /** Nothing is known if the settings cannot be read, which is told elsewhere. */
    public static FilesNow in(Path userSettings, Path worktree) {
        FilesNow files = new FilesNow(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
        try {
            Settings settings = SettingsLoader.load(userSettings, worktree);
            ExpertFinder.Found found = ExpertFinder.find(worktree, settings);
            found.experts().forEach(view -> files.look(view, settings, found.redactor()));
            found.experts().forEach(view -> files.lookAtRights(worktree, view, found.redactor()));
            for (String problem : found.problems()) {
                String safe = found.redactor().redact(problem).text();
                files.closed.put(safe.split(" ", 2)[0], safe.split(" ", 2)[1]);
            }
            if (found.experts().isEmpty() && found.problems().isEmpty()) {
                files.closed.put("", "no expert is there to write to; `expertd init --create NAME` makes one");
            }
            return files;
        } catch (SettingsException e) {
            return UNKNOWN;
        }
    }

    private void look(ExpertView view, Settings settings, Redactor redactor) {
        String file = redactor.redact(view.expert().file()).text();
        FileSize.of(view.text()).beyond(settings.limits()).ifPresent(why -> large.put(file, why));
        Matcher heading = ISSUES.matcher(view.text());
        if (heading.find()) {
            issueParts.put(file, redactor.redact(heading.group(1).strip()).text());
        }
        if (DATED.matcher(view.text().substring(0, Math.min(HEAD, view.text().length())))
                .find()) {
            dated.add(file);
        }
    }

    /** Root may write everything; a file that its owner made read-only is meant to be left alone all the same. */
    private void lookAtRights(Path worktree, ExpertView view, Redactor redactor) {
        try {
            Path file = worktree.resolve(view.expert().file()).toRealPath();
            for (Path each : List.of(file, file.resolveSibling("."))) {
                boolean owners = DurableFile.modeOf(each)
                        .filter(mode -> !mode.contains(PosixFilePermission.OWNER_WRITE))
                        .isEmpty();
                if (!owners || !Files.isWritable(each)) {
                    String what = each.equals(file) ? "is read-only" : "lies in a read-only folder";
                    String safe = redactor.redact(each.normalize().toString()).text();
                    closed.put(
                            redactor.redact(view.expert().file()).text(),
                            what + ", so no line can be written; `chmod u+w " + safe + "`");
                    return;
                }
            }
        } catch (IOException e) {
            return; // it was read a moment ago; the next look tells
        }
    }
}
