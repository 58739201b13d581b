package dev.expertd.upkeep;

import dev.expertd.expertise.ExpertiseException;
import dev.expertd.expertise.ExpertiseText;
import dev.expertd.expertise.WrittenLine;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expertise file as it lies in the checkout, beside what HEAD holds of it. */
final class FileNow {
    /** How the file lies there. */
    enum Kind {
        READ,
        ABSENT,
        /** Conflict markers, no text, a link that leads away: nothing is concluded from it. */
        UNREADABLE
    }

    private final Checkout here;
    private final String file;
    private final Kind kind;
    private final String text;
    private final Set<String> bullets;
    private final String head;
    private @Nullable Committed committed;

    /** The file as HEAD has it, and its lines without their bullets. */
    private record Committed(Optional<String> text, Set<String> lines) {
        static Committed of(Optional<String> text, Expert.Format format) {
            Set<String> lines = new HashSet<>();
            if (format == Expert.Format.YAML) {
                text.ifPresent(found -> lines.addAll(entries(found)));
            }
            text.ifPresent(found -> plain(found).lines().forEach(line -> lines.add(WrittenLine.bare(line))));
            return new Committed(text.map(FileNow::plain), lines);
        }

        private static List<String> entries(String text) {
            try {
                return ExpertiseText.parse(text.getBytes(StandardCharsets.UTF_8), Expert.Format.YAML)
                        .allBullets()
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .toList();
            } catch (ExpertiseException e) {
                return List.of(); // what cannot be read holds no line that is known
            }
        }
    }

    FileNow(Checkout here, String file, String head) {
        this.here = here;
        this.file = file;
        this.head = head;
        Optional<ExpertView> view = here.viewOf(file);
        this.kind =
                view.isPresent() ? Kind.READ : Files.exists(here.root().resolve(file)) ? Kind.UNREADABLE : Kind.ABSENT;
        this.text = view.map(ExpertView::text).orElse("");
        this.bullets = view.map(found -> Set.copyOf(found.allBullets())).orElse(Set.of());
    }

    Kind kind() {
        return kind;
    }

    boolean holds(String line) {
        return bullets.contains(line);
    }

    Set<String> bullets() {
        return bullets;
    }

    /** A few letters that change when the file or the commit below it does. */
    String stamp() {
        return head + " " + kind + " " + text.length() + " " + text.hashCode();
    }

    static String headOf(String stamp) {
        return stamp.substring(0, Math.max(0, stamp.indexOf(' ')));
    }

    /** The part of a stamp that only changes with the file. */
    static String textOf(String stamp) {
        return stamp.substring(headOf(stamp).length());
    }

    boolean equalsHead() {
        return kind == Kind.READ
                && committed().text().filter(plain(text)::equals).isPresent();
    }

    boolean isCommitted(String line) {
        return committed().lines().contains(line);
    }

    private Committed committed() {
        Committed found = committed;
        if (found == null) {
            found = Committed.of(
                    head.isEmpty() ? Optional.empty() : here.git().text(head, file), Expert.Format.usualOf(file));
            committed = found;
        }
        return found;
    }

    /** Git may lay down other line endings than it keeps; that is no difference. */
    private static String plain(String text) {
        String unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n");
    }
}
