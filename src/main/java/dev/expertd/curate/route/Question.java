package dev.expertd.curate.route;

import dev.expertd.model.ExpertView;
import dev.expertd.model.MovedPath;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What is known of an act whose expert is asked for; the order of experts and paths means nothing.
 *
 * @param experts those whose files exist at the commit, with these as they stand there
 * @param paths what the commit changed
 * @param files the files at the commit
 * @param together the past of paths and expertise files, without this commit
 * @param moved paths whose lines a person moved to another expert
 */
public record Question(
        List<ExpertView> experts,
        List<String> paths,
        String message,
        FileIndex files,
        Together together,
        List<MovedPath> moved) {
    /** More paths than that tell nothing more. */
    private static final int MOST_PATHS = 400;

    public Question {
        experts = experts.stream()
                .sorted(Comparator.comparing((ExpertView view) -> view.expert().name())
                        .thenComparing(view -> view.expert().file()))
                .toList();
        paths = paths.stream().distinct().sorted().limit(MOST_PATHS).toList();
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(together, "together");
        moved = List.copyOf(moved);
    }
}
