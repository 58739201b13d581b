package dev.expertd.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One history played on a repository of its own. */
final class Round {
    private final Packaged program;
    private final Path folder;

    Round(Packaged program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** Plays it; says which promise was broken, if any was. */
    Optional<String> play(Script script, Tally tally) {
        try {
            Path home = Files.createDirectories(folder.resolve("home"));
            Estate estate = Estate.make(folder, tally);
            Packaged.Said init = program.run(home, estate.main().root(), "init");
            if (init.status() != 0) {
                return Optional.of("expertd init failed: " + init.err());
            }
            try (Victim victim = new Victim(program, home, estate.main().root())) {
                try {
                    new Player(estate, victim, new Check(estate, program, home), home).play(script);
                    return Optional.empty();
                } catch (Broken e) {
                    return Optional.of(e.getMessage());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
