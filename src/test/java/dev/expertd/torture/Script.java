package dev.expertd.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A history as a list of steps; the same seed gives the same one. As text it has one step a line. */
record Script(List<Step> steps) {
    private static final int KILLS_TO_CHECK = 20;

    Script {
        steps = List.copyOf(steps);
    }

    /** A random history with so many kills, checked every twenty kills and at its end. */
    static Script random(long seed, int kills) {
        Random random = new Random(seed);
        List<Deed> deeds = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            for (int i = 0; i < deed.weight(); i++) {
                deeds.add(deed);
            }
        }
        List<Step> steps = new ArrayList<>();
        for (int done = 0; done < kills; ) {
            Step step = new Step(deeds.get(random.nextInt(deeds.size())), random.nextInt(1_000_000));
            steps.add(step);
            if (step.deed() == Deed.KILL && ++done % KILLS_TO_CHECK == 0) {
                steps.add(new Step(Deed.CHECK, 0));
            }
        }
        steps.add(new Step(Deed.CHECK, 0));
        return new Script(steps);
    }

    static Script read(Path file) throws IOException {
        return new Script(Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Step::parse)
                .toList());
    }

    /** Without the steps from one position to another. */
    Script without(int from, int to) {
        List<Step> rest = new ArrayList<>(steps.subList(0, from));
        rest.addAll(steps.subList(to, steps.size()));
        return new Script(rest);
    }

    String text() {
        return steps.stream().map(Step::line).collect(Collectors.joining("\n", "", "\n"));
    }
}
