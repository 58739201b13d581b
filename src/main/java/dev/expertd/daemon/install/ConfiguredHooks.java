package dev.expertd.daemon.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hooks as one section of a repository's own configuration, which git runs since 2.54, beside whatever stands in its
 * folder of hooks and wherever that is:
 *
 * <pre>
 * [hook "expertd"]
 * # expertd hooks: begin; `expertd hooks uninstall` takes this out
 *     command = "..."
 *     event = post-commit
 *     event = post-merge
 * # expertd hooks: end
 * </pre>
 *
 * <p>It comes and goes by one rename, since an event without a command makes git refuse every commit. Lines that
 * somebody adds to the section and that would be such go with it.
 */
final class ConfiguredHooks {
    private static final String NAME = "expertd";
    private static final String HEADER = "[hook \"" + NAME + "\"]";
    private static final String COMMAND = "\tcommand = ";
    private static final String EVENT = "\tevent = ";
    private static final Pattern BY_HAND = Pattern.compile("\\[\\s*hook\\s+\"" + NAME + "\"\\s*\\](.*)");
    private static final Pattern COMMAND_OR_EVENT = Pattern.compile("(?:command|event)\\b.*");

    private static final MarkedBlock SECTION =
            new MarkedBlock("hooks", HEADER, line -> line.startsWith(COMMAND) || line.startsWith(EVENT));

    private final Path workTree;
    private final Path config;

    ConfiguredHooks(Path workTree, Path commonDir) {
        this.workTree = workTree;
        this.config = commonDir.resolve("config");
    }

    Path config() {
        return config;
    }

    /**
     * Puts the section in, or renews it.
     *
     * @throws IOException with one readable line if somebody else made such a section, or git is at work
     */
    void install(String command, List<String> hooks) throws IOException {
        List<String> body = body(command, hooks);
        new LockedFile(config).edit(text -> {
            if (isMadeByHand(SECTION.remove(text.orElse("")).orElse(""))) {
                throw new IOException(config + " holds a section " + HEADER
                        + " that is not expertd's; take it out with `git config --remove-section hook." + NAME
                        + "`, then install again");
            }
            return Optional.of(SECTION.put(text, body));
        });
    }

    /** Takes the section out; false if there was none. */
    boolean uninstall() throws IOException {
        return new LockedFile(config).edit(text -> text.flatMap(SECTION::remove));
    }

    boolean isInstalled() throws IOException {
        return lines().isPresent();
    }

    /** True if the section stands there as it was put in; more events do no harm. */
    boolean isAsInstalled(String command, List<String> hooks) throws IOException {
        List<String> lines = lines().orElse(List.of());
        return lines.containsAll(body(command, hooks))
                && lines.stream().filter(line -> line.startsWith(COMMAND)).count() == 1;
    }

    /** Lines that somebody added to the section and that stay when it goes. */
    List<String> added() throws IOException {
        return new LockedFile(config)
                .text().map(SECTION::foreign).orElse(List.of()).stream()
                        .map(LockedFile::utf8)
                        .map(String::strip)
                        .toList();
    }

    /** True if the user switched it off, in this repository or everywhere. */
    boolean isSwitchedOff() {
        return GitQuestion.ask(workTree, List.of("config", "--type=bool", "--get", "hook." + NAME + ".enabled"))
                .filter(value -> value.strip().equals("false"))
                .isPresent();
    }

    private Optional<List<String>> lines() throws IOException {
        return new LockedFile(config).text().flatMap(SECTION::lines);
    }

    private static List<String> body(String command, List<String> hooks) {
        List<String> body = new ArrayList<>();
        body.add(COMMAND + ConfigValue.of(command));
        hooks.forEach(hook -> body.add(EVENT + hook));
        return LockedFile.latin(body);
    }

    private static boolean isMadeByHand(String text) {
        boolean inside = false;
        for (String each : text.lines().toList()) {
            String line = each.strip().toLowerCase(Locale.ROOT);
            var header = BY_HAND.matcher(line);
            if (header.matches()) {
                inside = true;
                line = header.group(1).strip();
            } else if (line.startsWith("[")) {
                inside = false;
            }
            if (inside && COMMAND_OR_EVENT.matcher(line).matches()) {
                return true;
            }
        }
        return false;
    }
}
