package dev.expertd.cli.finding;

import dev.expertd.config.Enrolment;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The enrolled repositories, as far as the user's settings can be read.
 *
 * @param mistakes what is wrong with the settings
 */
public record EnrolledRepositories(List<String> worktrees, List<Finding> mistakes) {
    public static EnrolledRepositories of(Path settings) {
        try {
            return new EnrolledRepositories(SettingsLoader.load(settings).repositories(), List.of());
        } catch (SettingsException e) {
            Redactor redactor = new Redactor();
            return new EnrolledRepositories(
                    list(settings),
                    e.problems().stream()
                            .map(
                                    problem -> Finding.problem(
                                            "settings refused",
                                            redactor.redact(problem.toString()).text(),
                                            "edit that file; a daemon that runs goes on with what it read before, nothing else learns until then"))
                            .toList());
        }
    }

    private static List<String> list(Path settings) {
        try {
            return Enrolment.list(Files.readString(settings));
        } catch (IOException e) {
            return List.of();
        }
    }
}
