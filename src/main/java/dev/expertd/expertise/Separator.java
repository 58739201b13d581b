package dev.expertd.expertise;

import dev.expertd.model.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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
    private static final Pattern SUFFIX = Pattern.compile(" \\((?:discovered|component|reason): [^\n]{1,400}\\)\\.?$");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    /** What the self-improve command's templates have, where there is no habit. */
    static Separator template(Section section) {
        boolean colon = section == Section.COMMON_ISSUES || section == Section.TIPS;
        return new Separator(colon ? ": " : " \u2014 ", ": ");
    }

    /** The one that most of the bullets have first. */
    static Separator of(Section section, List<String> bullets) {
        Separator template = template(section);
        List<String> plain = new ArrayList<>();
        List<String> bold = new ArrayList<>();
        for (String bullet : bullets) {
            Matcher lead = BOLD.matcher(bullet);
            Matcher any = ANY.matcher(
                    CODE.matcher(SUFFIX.matcher(bullet).replaceFirst("")).replaceAll("`"));
            if (lead.find()) {
                bold.add(lead.group(1) == null ? ": " : lead.group(1));
            } else if (any.find()) {
                plain.add(any.group());
            }
        }
        return new Separator(habit(plain, template.plain()), habit(bold, template.behindBold()));
    }

    /** The one used most, the latest of several, if it was used twice. */
    private static String habit(List<String> used, String otherwise) {
        return used.stream()
                .filter(each -> Collections.frequency(used, each) > 1)
                .max(Comparator.comparingInt((String each) -> Collections.frequency(used, each))
                        .thenComparingInt(used::lastIndexOf))
                .orElse(otherwise);
    }
}
