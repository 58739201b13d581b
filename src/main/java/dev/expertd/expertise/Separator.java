package dev.expertd.expertise;

import dev.expertd.model.Section;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between the two halves of a bullet.
 *
 * @param plain behind a plain lead
 * @param behindBold behind a lead in bold letters
 */
record Separator(String plain, String behindBold) {
    private static final Pattern ANY = Pattern.compile(" (?:\u2014|\u2013|--|\u2192|->) |: ");
    private static final Pattern BOLD =
            Pattern.compile("^\\*\\*[^*]{1,300}(?:\\*\\*(: | (?:\u2014|\u2013|--|\u2192|->) )|: ?\\*\\* )");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    /** What the self-improve command's templates have, where there is no habit. */
    static Separator template(Section section) {
        boolean colon = section == Section.COMMON_ISSUES || section == Section.TIPS;
        return new Separator(colon ? ": " : " \u2014 ", ": ");
    }

    /** The one that more than half of the bullets with any have first. */
    static Separator of(Section section, List<String> bullets) {
        Separator template = template(section);
        Map<String, Integer> plain = new LinkedHashMap<>();
        Map<String, Integer> bold = new LinkedHashMap<>();
        for (String bullet : bullets) {
            Matcher lead = BOLD.matcher(bullet);
            Matcher any = ANY.matcher(CODE.matcher(bullet).replaceAll("`"));
            if (lead.find()) {
                bold.merge(lead.group(1) == null ? ": " : lead.group(1), 1, Integer::sum);
            } else if (any.find()) {
                plain.merge(any.group(), 1, Integer::sum);
            }
        }
        return new Separator(habit(plain, template.plain()), habit(bold, template.behindBold()));
    }

    private static String habit(Map<String, Integer> counts, String otherwise) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .filter(most -> most.getValue() > 1 && most.getValue() * 2 > all)
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }
}
