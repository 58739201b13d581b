package dev.expertd.cli;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.cli.text.ReviewText;
import dev.expertd.config.SettingsException;
import dev.expertd.model.Learning;
import dev.expertd.upkeep.Checkout;
import dev.expertd.upkeep.EvidenceView;
import dev.expertd.upkeep.ReviewQueue;
import dev.expertd.upkeep.UpkeepException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks a person about one draft after another. Nobody is locked out while the person thinks. */
final class ReviewSession {
    private static final String QUESTION = "[a]ccept, [e]dit, [r]eject, [s]kip, [q]uit, [?] ";
    private static final List<String> HELP = List.of(
            "a  accept: the line goes into the file",
            "e  edit the line in your editor (VISUAL, EDITOR), and accept it as you leave it;",
            "   emptied or unchanged, nothing happens",
            "r  reject: it is never drafted again, in whatever words",
            "s  skip: it waits on",
            "q  quit: the rest waits on",
            "?  this help");

    private final House house;
    private final List<String> accepted = new ArrayList<>();

    ReviewSession(House house) {
        this.house = house;
    }

    /** Asks about each; gives the ids of what was accepted. */
    List<String> ask(List<Learning> waiting) throws IOException, SettingsException {
        int number = 0;
        for (Learning line : waiting) {
            number++;
            house.out().println();
            house.out().println(number + " of " + waiting.size());
            show(line);
            if (!decide(line)) {
                break;
            }
        }
        return accepted;
    }

    private void show(Learning line) throws IOException, SettingsException {
        try (Checkout here = house.checkout()) {
            ReviewText.lines(line, EvidenceView.of(here, line)).forEach(house.out()::println);
        }
    }

    /** Asks until it is decided; false to stop. */
    private boolean decide(Learning line) throws IOException, SettingsException {
        while (true) {
            Optional<String> answer = house.terminal().ask(QUESTION);
            String key =
                    answer.map(each -> each.strip().toLowerCase(Locale.ROOT)).orElse("q");
            try {
                switch (key.isEmpty() ? '?' : key.charAt(0)) {
                    case 'a' -> {
                        accept(line, Optional.empty());
                        return true;
                    }
                    case 'e' -> {
                        Optional<String> words = house.editor().edit(line.text().text(), hints(line));
                        if (words.isPresent()) {
                            accept(line, words);
                            return true;
                        }
                        house.out().println("not changed");
                    }
                    case 'r' -> {
                        reject(line, house.terminal().ask("reason: ").orElse(""));
                        return true;
                    }
                    case 's' -> {
                        return true;
                    }
                    case 'q' -> {
                        return false;
                    }
                    default -> HELP.forEach(house.out()::println);
                }
            } catch (UpkeepException | CommandException e) {
                house.err().println("expertd: " + e.getMessage());
            }
        }
    }

    private static List<String> hints(Learning line) {
        return List.of(
                line.expert() + ", " + line.section().heading() + ": one line of 60 to 300 characters that names a"
                        + " symbol, path or error in backticks.",
                "Lines that begin with # are left out. Emptied or unchanged, nothing happens.");
    }

    private void accept(Learning line, Optional<String> words) throws IOException, SettingsException {
        try (Checkout here = house.checkout()) {
            ReviewQueue queue = new ReviewQueue(here);
            house.locked(() -> {
                words.ifPresentOrElse(text -> queue.accept(line, text), () -> queue.accept(line));
                return true;
            });
        }
        accepted.add(line.id());
        house.out().println("accepted: " + line.id());
    }

    private void reject(Learning line, String reason) throws IOException, SettingsException {
        try (Checkout here = house.checkout()) {
            house.locked(() -> {
                new ReviewQueue(here).reject(line, reason);
                return true;
            });
        }
        house.out().println("rejected: " + line.id());
    }
}
