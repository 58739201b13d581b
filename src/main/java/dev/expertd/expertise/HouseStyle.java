package dev.expertd.expertise;

import dev.expertd.model.Draft;
import dev.expertd.model.Section;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the bullets of one section look in one file: the habit of its last ten. A section with fewer than three has no
 * habit and takes the templates of the self-improve command.
 */
public final class HouseStyle {
    private static final int LAST = 10;
    private static final int HABIT = 3;
    private static final int BOLD_LEAD = 90;
    private static final Pattern SUFFIX = Pattern.compile("\\(([^()]{3,200})\\)\\.?$");

    /** What stands in brackets at the end of a bullet. */
    enum Suffix {
        NONE,
        DISCOVERED,
        COMPONENT,
        REASON,
        DISCOVERED_COMPONENT,
        COMPONENT_DISCOVERED
    }

    private final Section section;
    private final Suffix suffix;
    private final boolean habit;
    private final boolean bold;
    private final Separator separator;

    private HouseStyle(Section section, Suffix suffix, boolean habit, boolean bold, Separator separator) {
        this.section = section;
        this.suffix = suffix;
        this.habit = habit;
        this.bold = bold;
        this.separator = separator;
    }

    /** The style of a section with these bullets. */
    public static HouseStyle of(Section section, List<String> bullets) {
        List<String> last = bullets.subList(Math.max(0, bullets.size() - LAST), bullets.size()).stream()
                .filter(bullet -> !bullet.startsWith("(none yet"))
                .toList();
        if (last.size() < HABIT) {
            return new HouseStyle(section, template(section), false, false, Separator.template(section));
        }
        List<Suffix> used = last.stream().map(HouseStyle::suffix).toList();
        Suffix most = used.stream()
                .max(Comparator.comparingInt((Suffix each) -> Collections.frequency(used, each))
                        .thenComparingInt(used::lastIndexOf))
                .orElse(Suffix.NONE);
        long bold = last.stream().filter(bullet -> bullet.startsWith("**")).count();
        return new HouseStyle(section, most, true, bold * 2 > last.size(), Separator.of(section, last));
    }

    /** The line's text behind the bullet. */
    public String render(Draft draft, String component) {
        String lead = bold
                        && draft.statement().length() <= BOLD_LEAD
                        && !draft.detail().isEmpty()
                ? "**" + draft.statement() + "**"
                : draft.statement();
        return body(lead, draft.detail()) + tail(draft, component);
    }

    private String body(String lead, String detail) {
        if (detail.isEmpty() || section == Section.PATTERNS_TO_AVOID && suffix == Suffix.REASON) {
            return lead;
        }
        return lead + (lead.endsWith("**") ? separator.behindBold() : separator.plain()) + detail;
    }

    private String tail(Draft draft, String component) {
        String discovered = "discovered: " + draft.date();
        String of = component.isEmpty() ? "" : "component: " + component;
        return switch (suffix) {
            case NONE -> "";
            case DISCOVERED -> " (" + discovered + ")";
            case COMPONENT -> of.isEmpty() ? "" : " (" + of + ")";
            case REASON ->
                draft.detail().isEmpty() || section != Section.PATTERNS_TO_AVOID
                        ? ""
                        : " (reason: " + draft.detail() + ")";
            case DISCOVERED_COMPONENT -> " (" + discovered + (of.isEmpty() ? "" : ", " + of) + ")";
            case COMPONENT_DISCOVERED -> " (" + (of.isEmpty() ? "" : of + ", ") + discovered + ")";
        };
    }

    /** True if the section has a habit of its own. */
    public boolean isHabit() {
        return habit;
    }

    private static Suffix template(Section section) {
        return switch (section) {
            case PATTERNS_THAT_WORK -> Suffix.DISCOVERED_COMPONENT;
            case PATTERNS_TO_AVOID -> Suffix.REASON;
            case COMMON_ISSUES -> Suffix.COMPONENT;
            case TIPS -> Suffix.NONE;
        };
    }

    private static Suffix suffix(String bullet) {
        Matcher matcher = SUFFIX.matcher(bullet);
        if (!matcher.find()) {
            return bullet.matches(".*\\(reason: .*\\)\\.?$") ? Suffix.REASON : Suffix.NONE;
        }
        String inside = matcher.group(1);
        int discovered = inside.indexOf("discovered:");
        int component = inside.indexOf("component:");
        if (discovered >= 0 && component >= 0) {
            return discovered < component ? Suffix.DISCOVERED_COMPONENT : Suffix.COMPONENT_DISCOVERED;
        }
        if (discovered >= 0 || component >= 0) {
            return discovered >= 0 ? Suffix.DISCOVERED : Suffix.COMPONENT;
        }
        return inside.startsWith("reason:") ? Suffix.REASON : Suffix.NONE;
    }
}
