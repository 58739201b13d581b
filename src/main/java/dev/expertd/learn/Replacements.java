package dev.expertd.learn;

import dev.expertd.curate.Paraphrase;
import dev.expertd.model.Draft;
import dev.expertd.model.ExpertView;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import dev.expertd.model.Section;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of our own lines a draft takes the place of, unless somebody has edited them: a line that a commit's message
 * gave, once a red test turned green by the commit and the better line adds a symbol or the symptom; and a line of a
 * commit that is fixed again or taken back.
 */
final class Replacements {
    private static final Set<Origin> REPAIRS = Set.of(Origin.MESSAGE, Origin.FIX, Origin.REVERT);
    private static final Pattern ERROR = Pattern.compile("(?:Error|Exception)$");
    private static final Pattern CODE = Pattern.compile("`([^`]{2,200})`");

    private final List<Learning> replaceable;
    private final List<Learning> overtaken;

    Replacements(List<Learning> ofTheAct, List<Learning> overtaken, ExpertView view) {
        this.replaceable = ofTheAct.stream()
                .filter(line -> line.origin() == Origin.MESSAGE && !isWaiting(line) && isUntouched(line, view))
                .toList();
        this.overtaken = overtaken.stream()
                .filter(line -> line.file().equals(view.expert().file()) && isUntouched(line, view))
                .toList();
    }

    private static boolean isUntouched(Learning line, ExpertView view) {
        return switch (line.state()) {
            case INTENDED, REVIEW, HELD -> true;
            case DONE -> view.bulletsOf(line.section()).contains(line.text().text());
            default -> false;
        };
    }

    /** Stands in no file yet. */
    static boolean isWaiting(Learning line) {
        return line.state() == LearningState.REVIEW || line.state() == LearningState.HELD;
    }

    /** The lines that wait and that one of the drafts overtakes. */
    List<Learning> overtakenWaiting(Collection<Draft> drafts) {
        return overtaken.stream()
                .filter(line -> isWaiting(line) && drafts.stream().anyMatch(draft -> isOvertaken(line, draft)))
                .toList();
    }

    /** The id of the line that the draft replaces; empty if none. */
    String of(Draft draft) {
        return overtakenBy(draft).orElseGet(() -> provedBy(draft));
    }

    private Optional<String> overtakenBy(Draft draft) {
        return overtaken.stream()
                .filter(line -> !isWaiting(line) && isOvertaken(line, draft))
                .findFirst()
                .map(Learning::id);
    }

    /**
     * Several things may be repaired in one place in a day, so both lines must speak of the same code; one that says
     * the same again overtakes nothing.
     */
    private static boolean isOvertaken(Learning line, Draft draft) {
        String text = draft.statement() + " " + draft.detail();
        Set<String> said = names(text);
        return draft.origin() == Origin.REVERT
                || REPAIRS.contains(draft.origin())
                        && !Paraphrase.in(List.of(line.text().text())).says(text)
                        && names(line.text().text()).stream()
                                .anyMatch(name -> said.contains(name)
                                        && !ERROR.matcher(name).find());
    }

    private String provedBy(Draft draft) {
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

    private boolean isReplaced(String text, Collection<Draft> drafts) {
        return drafts.stream()
                .anyMatch(draft ->
                        overtaken.stream().anyMatch(line -> line.text().text().equals(text) && isOvertaken(line, draft))
                                || replaceable.stream()
                                        .anyMatch(line -> line.text().text().equals(text)));
    }

    /** The views without the lines that the drafts replace, so that a better line is not taken for a known one. */
    List<ExpertView> without(List<ExpertView> views, List<Draft> drafts) {
        Set<String> texts = drafts.stream()
                .map(this::of)
                .flatMap(id -> Stream.concat(overtaken.stream(), replaceable.stream())
                        .filter(line -> line.id().equals(id)))
                .map(line -> line.text().text())
                .collect(Collectors.toSet());
        return texts.isEmpty()
                ? views
                : views.stream().map(view -> without(view, texts)).toList();
    }

    /** The texts without those that may be replaced. */
    List<String> without(Collection<String> texts, List<Draft> drafts) {
        return texts.stream().filter(text -> !isReplaced(text, drafts)).toList();
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
