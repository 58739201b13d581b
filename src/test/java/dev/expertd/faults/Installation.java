package dev.expertd.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The installation script and what it installs, as the owner of a home calls them.
 *
 * @param folder where they are called
 */
record Installation(Path folder, Path home) {
    /** The script, with the jar of this build and without an archive of classes, which takes long. */
    ProcessBuilder script(String... arguments) throws IOException {
        Path jar = Path.of(System.getProperty("expertd.jar", "target/expertd-all.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now())); // or the script might build another one
        ProcessBuilder builder = launched(Path.of("install.sh").toAbsolutePath(), arguments);
        builder.environment().put("EXPERTD_ARCHIVE", "no");
        return builder;
    }

    ProcessBuilder launched(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = Commands.in(folder, command);
        builder.environment().put("HOME", home.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        return builder;
    }

    Path launcher() {
        return home.resolve(".local/bin/expertd");
    }
}
