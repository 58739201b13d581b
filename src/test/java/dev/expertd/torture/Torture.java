package dev.expertd.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Histories as people make them, played with the real git against the packaged program, which is killed all the time.
 * A long torture is cut into rounds, each with a repository of its own and a seed of its own that follows from the
 * first, so that what fails can be played again and be made short.
 */
final class Torture {
    private static final int KILLS_IN_A_ROUND = 100;

    private final Packaged program = new Packaged();
    private final Path folder;
    private final Tally tally = new Tally();

    Torture(Path folder) {
        this.folder = folder;
    }

    Tally tally() {
        return tally;
    }

    /** Plays rounds until there were so many kills; says what was broken, with the shortest history that breaks it. */
    Optional<String> run(long seed, int kills) throws IOException {
        for (int round = 0; tally.of("kills") < kills; round++) {
            int left = Math.min(KILLS_IN_A_ROUND, kills - tally.of("kills"));
            Script script = Script.random(seed + round, left);
            Optional<String> broken = play(script, "round-" + (seed + round));
            System.out.println("torture: seed " + (seed + round) + ", " + tally.of("kills")
                    + " kills, "
                    + tally.of("acts judged") + " acts, " + tally.of("lines written, standing") + " lines stand"
                    + broken.map(words -> "; BROKEN: " + words).orElse(""));
            if (broken.isPresent()) {
                Script shortest = new Shrinking(this::again).shrink(script);
                Path file = folder.resolve("seed-" + (seed + round) + ".txt");
                Files.writeString(file, shortest.text());
                return Optional.of("seed " + (seed + round) + ": " + broken.get() + "\nplayed again with"
                        + " -Dtorture.script=" + file + ":\n" + shortest.text());
            }
        }
        return Optional.empty();
    }

    /** Plays one history. */
    Optional<String> play(Script script, String name) {
        Path place = folder.resolve(name);
        Folders.delete(place);
        Optional<String> broken = new Round(program, place).play(script, tally);
        if (broken.isEmpty()) {
            Folders.delete(place);
        }
        return broken;
    }

    private boolean again(Script script) {
        Path place = folder.resolve("again");
        Folders.delete(place);
        return new Round(program, place).play(script, new Tally()).isPresent();
    }
}
