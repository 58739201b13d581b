package dev.expertd.torture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Somebody who edits the expertise files by hand, in the ways that editors have. */
final class Human {
    private final Estate estate;

    Human(Estate estate) {
        this.estate = estate;
    }

    void append(Step step) {
        Tree tree = estate.here();
        String file = file(step);
        String line = "- Remember to greet " + estate.memory().nextHuman() + " in the morning";
        if (step.chance(2, 50) && tree.now(file).text().endsWith("\n")) {
            appendTo(tree.root().resolve(file), line + "\n");
        } else {
            edit(step, tree, file, text -> text.replaceFirst("(### tips\n)", "$1" + line + "\n"));
        }
        due(tree, file, "", line);
    }

    /** Changes or, if there is none yet, adds a line of their own. */
    void reword(Step step) {
        change(step, line -> "- Never forget " + estate.memory().nextHuman() + " at night, nor before noon");
    }

    void delete(Step step) {
        change(step, line -> "");
    }

    private void change(Step step, UnaryOperator<String> to) {
        Tree tree = estate.here();
        String file = file(step);
        List<String> lines = tree.due(file);
        if (lines.isEmpty()) {
            append(step);
            return;
        }
        String old = lines.get(step.pick(4, lines.size()));
        String line = to.apply(old);
        edit(step, tree, file, text -> text.replace(old + "\n", line.isEmpty() ? "" : line + "\n"));
        due(tree, file, old, line);
    }

    void deleteOurs(Step step) {
        Tree tree = estate.here();
        String file = file(step);
        List<String> ours = tree.now(file).ours();
        if (!ours.isEmpty()) {
            String line = ours.get(step.pick(4, ours.size()));
            estate.memory().takenOut(line);
            edit(step, tree, file, text -> text.replace(line + "\n", ""));
            estate.tally().count("lines of ours deleted by the human");
        }
    }

    private void due(Tree tree, String file, String without, String with) {
        List<String> due = new ArrayList<>(tree.due(file));
        due.remove(without);
        if (!with.isEmpty()) {
            due.add(with);
        }
        tree.due(file, due);
        estate.tally().count("edits of the human");
    }

    private static String file(Step step) {
        return Expertise.FILES.get(step.chance(3, 70) ? 0 : 1);
    }

    private void edit(Step step, Tree tree, String file, UnaryOperator<String> change) {
        Path path = tree.root().resolve(file);
        if (!Files.exists(path)) {
            throw new Broken(file + " is gone");
        }
        try {
            if (step.chance(5, 50)) {
                inPlace(path, change);
            } else {
                byRename(path, change);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void appendTo(Path path, String line) {
        try {
            Files.writeString(path, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads and writes through one handle, as an editor does that keeps the file. */
    private static void inPlace(Path path, UnaryOperator<String> change) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            byte[] before = new byte[(int) file.length()];
            file.readFully(before);
            byte[] after =
                    change.apply(new String(before, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            file.seek(0);
            file.write(after);
            file.setLength(after.length);
        }
    }

    /** Writes another file and puts it in the place of the first, if that is still what was read. */
    private static void byRename(Path path, UnaryOperator<String> change) throws IOException {
        Path draft = path.resolveSibling("expertise.md~");
        String before;
        do {
            before = Files.readString(path);
            Files.writeString(draft, change.apply(before));
        } while (!Files.readString(path).equals(before));
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
