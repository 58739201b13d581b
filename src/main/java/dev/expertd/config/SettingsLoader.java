package dev.expertd.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads settings: the program's defaults, then the user's file, then the repository's. */
public final class SettingsLoader {
    /** The repository's settings file, at the root of its work tree. */
    public static final String REPOSITORY_FILE = ".expertd.yml";

    private static final int MAX_BYTES = 1 << 20;

    private SettingsLoader() {}

    /** The settings for no repository in particular. */
    public static Settings load(Path userFile) throws SettingsException {
        return load(userFile, null);
    }

    /**
     * The settings for a work tree.
     *
     * @param worktree null for no repository in particular
     * @throws SettingsException with every mistake of every file
     */
    public static Settings load(Path userFile, @Nullable Path worktree) throws SettingsException {
        List<Problem> problems = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        values.putAll(SettingsFile.read("config.yml", defaults(), Scope.user(worktree), problems));
        values.putAll(SettingsFile.read(userFile.toString(), text(userFile, problems), Scope.user(worktree), problems));
        if (worktree != null) {
            Path file = worktree.resolve(REPOSITORY_FILE);
            values.putAll(
                    SettingsFile.read(file.toString(), text(file, problems), Scope.repository(worktree), problems));
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings(values);
    }

    private static String text(Path file, List<Problem> problems) {
        if (!Files.isRegularFile(file)) {
            if (Files.exists(file)) {
                problems.add(new Problem(file.toString(), 0, 0, "is no regular file; replace or remove it"));
            }
            return "";
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                problems.add(new Problem(file.toString(), 0, 0, "is larger than 1 MiB; settings are a page of text"));
                return "";
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            problems.add(new Problem(file.toString(), 0, 0, "is no UTF-8 text; save it as UTF-8"));
            return "";
        } catch (AccessDeniedException e) {
            problems.add(new Problem(file.toString(), 0, 0, "cannot be read; give yourself the right to"));
            return "";
        } catch (IOException e) {
            problems.add(new Problem(file.toString(), 0, 0, "cannot be read: " + e));
            return "";
        }
    }

    private static String defaults() {
        try (InputStream in = SettingsLoader.class.getResourceAsStream("/dev/expertd/config.yml")) {
            return new String(Objects.requireNonNull(in, "config.yml").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // every value was made by SettingsFile for the kind of its key
    private static Settings settings(Map<String, Object> values) {
        return new Settings(
                (List<Settings.ExpertSetting>) value(values, "experts"),
                (List<String>) value(values, "traces"),
                (Map<String, String>) value(values, "components"),
                new Settings.Learning(
                        Settings.From.valueOf(constant(values, "learning.from")),
                        Settings.Mode.valueOf(constant(values, "learning.mode")),
                        Settings.Write.valueOf(constant(values, "learning.write")),
                        (Boolean) value(values, "learning.create-sections"),
                        (List<String>) value(values, "learning.run-required-for"),
                        (Integer) value(values, "learning.per-act"),
                        (Integer) value(values, "learning.per-day")),
                Settings.References.valueOf(constant(values, "references")),
                new Settings.Limits((Integer) value(values, "limits.lines"), (Integer) value(values, "limits.bytes")),
                (List<String>) value(values, "repositories"),
                Duration.ofSeconds((Integer) value(values, "sweep-seconds")),
                new Settings.Log(
                        (String) value(values, "log.level"), (Integer) value(values, "log.megabytes"), (Integer)
                                value(values, "log.files")),
                new Settings.Journal(
                        (Integer) value(values, "journal.keep-days"), (Integer) value(values, "journal.megabytes")));
    }

    private static Object value(Map<String, Object> values, String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    private static String constant(Map<String, Object> values, String key) {
        return ((String) value(values, key)).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
