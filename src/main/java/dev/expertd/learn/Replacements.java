package dev.expertd.learn;

import dev.expertd.model.Draft;
import dev.expertd.model.ExpertView;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import dev.expertd.model.Section;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which of our own lines a proof takes the place of: when a red test turns green by a commit whose message gave a line
 * already, the better line replaces it, once, if it adds a symbol or the symptom and nobody has edited the old one.
 */
final class Replacements {
    private static final Pattern CODE = Pattern.compile("`([^`]{2,200})`");

    private final List<Learning> replaceable;

    Replacements(List<Learning> ofTheAct, ExpertView view) {
        this.replaceable = ofTheAct.stream()
                .filter(line -> line.origin() == Origin.MESSAGE)
                .filter(line -> line.state() == LearningState.INTENDED
                        || line.state() == LearningState.DONE
                                && view.bulletsOf(line.section())
                                        .contains(line.text().text()))
                .toList();
    }

    /** The id of the line that the draft replaces; empty if none. */
    String of(Draft draft) {
        if (draft.origin() != Origin.FIX || draft.section() != Section.COMMON_ISSUES) {
            return "";
        }
        Set<String> said = names(draft.statement() + " " + draft.detail());
        return replaceable.stream()
                .filter(line -> shared(line, said, draft) > 0)
                .filter(line -> !names(line.text().text()).containsAll(said))
                .max(Comparator.comparingLong(line -> shared(line, said, draft)))
                .map(Learning::id)
                .orElse("");
    }

    /** The views without the lines that the drafts replace, so that a better line is not taken for a known one. */
    List<ExpertView> without(List<ExpertView> views, List<Draft> drafts) {
        Set<String> texts = drafts.stream()
                .map(this::of)
                .flatMap(id -> replaceable.stream().filter(line -> line.id().equals(id)))
                .map(line -> line.text().text())
                .collect(Collectors.toSet());
        return texts.isEmpty()
                ? views
                : views.stream().map(view -> without(view, texts)).toList();
    }

    /** The texts without those that may be replaced. */
    List<String> without(List<String> texts) {
        return texts.stream()
                .filter(text -> replaceable.stream()
                        .noneMatch(line -> line.text().text().equals(text)))
                .toList();
    }

    private static ExpertView without(ExpertView view, Set<String> texts) {
        Map<Section, List<String>> bullets = new EnumMap<>(Section.class);
        view.bullets()
                .forEach((section, lines) -> bullets.put(
                        section,
                        lines.stream().filter(line -> !texts.contains(line)).toList()));
        return new ExpertView(view.expert(), bullets, view.text());
    }

    private static long shared(Learning line, Set<String> said, Draft draft) {
        long names = names(line.text().text()).stream().filter(said::contains).count();
        long files = line.evidence().files().stream()
                .filter(draft.evidence().files()::contains)
                .count();
        return names * 2 + files;
    }

    private static Set<String> names(String text) {
        Set<String> names = new HashSet<>();
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
