package dev.expertd.upkeep;

import dev.expertd.curate.Candidate;
import dev.expertd.curate.Curator;
import dev.expertd.curate.Decision;
import dev.expertd.expertise.WrittenLine;
import dev.expertd.journal.Journal;
import dev.expertd.model.Draft;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.redact.Redacted;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What waits for a person: drafts in the order drafted, then lines that git put aside in this checkout. What is
 * accepted is only intended by that; the next pass writes it.
 */
public final class ReviewQueue {
    private final Checkout here;
    private final Journal journal;

    public ReviewQueue(Checkout here) {
        this.here = here;
        this.journal = here.journal();
    }

    /** Everything that waits. */
    public List<Learning> waiting() {
        return Stream.concat(
                        journal.learnings().in(here.repository(), LearningState.REVIEW).stream(),
                        journal.learnings().in(here.repository(), LearningState.DISPLACED).stream()
                                .filter(here::isHomeOf))
                .toList();
    }

    /**
     * The one that the id, or the beginning of it, means; also one that waits for a proof or for tomorrow.
     *
     * @throws UpkeepException if none waits under it
     * @throws AmbiguousException if several do
     */
    public Learning find(String id) {
        List<Learning> named = Stream.concat(
                        waiting().stream(), journal.learnings().in(here.repository(), LearningState.HELD).stream())
                .filter(line -> !id.isEmpty() && line.id().startsWith(id))
                .toList();
        if (named.size() > 1) {
            throw new AmbiguousException(id, named);
        }
        if (named.isEmpty()) {
            throw new UpkeepException(journal.learnings()
                    .find(here.repository(), id)
                    .map(line -> id + " does not wait: it is " + line.state().word() + "; `expertd why " + id
                            + "` tells why")
                    .orElse("no draft waits under " + id + "; `expertd review --list` lists them"));
        }
        return named.get(0);
    }

    /** Accepts a line as it is. */
    public void accept(Learning line) {
        intend(line, line.text());
    }

    /**
     * Accepts a line in the words of a person, which are held to the same form as any other.
     *
     * @return the words as they will be written
     * @throws UpkeepException if they may not be written
     */
    public Redacted accept(Learning line, String words) {
        Redacted text = checked(line, words);
        intend(line, text);
        return text;
    }

    /** The words as they would be written in place of a line. */
    Redacted checked(Learning line, String words) {
        String bare = WrittenLine.bare(words);
        Draft draft = new Draft(
                line.origin(),
                line.section(),
                line.text().text(),
                "",
                line.score(),
                here.today(),
                Set.of(),
                line.evidence());
        Decision decision = new Curator(new Curator.Limits(1, 1, false, Set.of()), here.redactor())
                .vouched(new Candidate(draft, here.expertOf(line), "", bare));
        if (decision instanceof Decision.Kept kept) {
            return kept.text();
        }
        throw new UpkeepException("the line was not changed: " + ((Decision.Dropped) decision).reason());
    }

    private void intend(Learning line, Redacted text) {
        if (!journal.learnings().accept(here.repository(), line.id(), here.worktree(), text)) {
            throw new UpkeepException(line.id() + " does not wait any more; `expertd why " + line.id() + "` tells why");
        }
    }

    /** Refuses a line for good: it is never drafted again, in whatever words. */
    public void reject(Learning line, String reason) {
        String words = reason.isBlank()
                ? "rejected in review"
                : "rejected in review: " + oneLine(here.safe(reason).text());
        if (!journal.learnings().reject(here.repository(), line.id(), here.safe(words))) {
            throw new UpkeepException(line.id() + " does not wait any more; `expertd why " + line.id() + "` tells why");
        }
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= 300 ? line : line.substring(0, 300) + "...";
    }
}
