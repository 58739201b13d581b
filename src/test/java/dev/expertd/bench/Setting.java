package dev.expertd.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the parts work with.
 *
 * @param launcher the installed program
 * @param made where repositories, traces and homes are made; what is dear to make is kept and used again
 * @param mavenClassPath the same classes and libraries as Maven has them, not prepared in any way
 * @param quick fewer rounds and smaller things
 * @param repository a real one for the parts about git, instead of made ones
 * @param megabytes the size of made traces
 * @param idle how long a daemon is left alone before it is looked at
 */
record Setting(
        Path launcher,
        Path made,
        String mavenClassPath,
        boolean quick,
        Optional<Path> repository,
        int megabytes,
        Duration idle) {

    /** An empty folder of that name. */
    Path fresh(String name) throws IOException, InterruptedException {
        Path folder = made.resolve(name);
        if (Files.exists(folder)) {
            Processes.run(List.of("rm", "-rf", folder.toString()));
        }
        return Files.createDirectories(folder);
    }

    int rounds(int all, int few) {
        return quick ? few : all;
    }
}
