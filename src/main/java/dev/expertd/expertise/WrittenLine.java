package dev.expertd.expertise;

import dev.expertd.model.Expert;
import dev.expertd.model.Section;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line taken apart again into what a draft holds, as far as its form tells: so that it can be written in the style of
 * another file.
 *
 * @param detail the second half; empty if the line's form does not part it from the first
 * @param component empty if the line names none
 */
public record WrittenLine(String statement, String detail, Optional<LocalDate> discovered, String component) {
    private static final Pattern BULLET = Pattern.compile("^(?:[-*+]|\\d{1,9}[.)])\\s+");
    private static final Pattern SUFFIX = Pattern.compile("\\s*\\(((?:discovered|component): [^()]{1,200})\\)\\.?$");
    private static final Pattern REASON = Pattern.compile("\\s*\\(reason: (.{1,300})\\)\\.?$");
    private static final Pattern DISCOVERED = Pattern.compile("discovered: (\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern COMPONENT = Pattern.compile("component: ([^,()]{1,100})");
    private static final Pattern SEPARATOR = Pattern.compile(" (?:\u2014|--|\u2192|->) ");
    private static final Pattern DATED = Pattern.compile("^last_updated:");
    private static final Pattern ADDED = Pattern.compile("#{2,6} (?:Learnings|" + sections() + ")\\s*");
    private static final Pattern KEY = Pattern.compile("[a-z_]+:\\s*(?:#.*)?");
    private static final Pattern BOLD = Pattern.compile("^\\*\\*([^*]{3,200})\\*\\*: (.+)$");

    private static String sections() {
        return Stream.of(Section.values()).map(Section::heading).collect(Collectors.joining("|"));
    }

    /** The text of a line of a file, behind its bullet if it has one. */
    public static String bare(String line) {
        return BULLET.matcher(line.strip()).replaceFirst("");
    }

    /**
     * True if a line of a file's diff holds nothing but what expertd writes: one of those texts, a heading or key that
     * was added for one, or a new date.
     */
    public static boolean isOurs(String file, String line, Set<String> texts) {
        String bare = bare(line);
        if (line.isBlank()
                || texts.contains(bare)
                || DATED.matcher(line).find()
                || ADDED.matcher(line).matches()) {
            return true;
        }
        return Expert.Format.usualOf(file) == Expert.Format.YAML
                && (KEY.matcher(line).matches() || YamlValue.of(bare).isPartOf(texts));
    }

    /** Takes the text behind a bullet apart. */
    public static WrittenLine read(Section section, String line) {
        String body = line;
        Optional<LocalDate> discovered = Optional.empty();
        String component = "";
        Matcher suffix = SUFFIX.matcher(body);
        if (suffix.find()) {
            discovered = date(suffix.group(1));
            Matcher named = COMPONENT.matcher(suffix.group(1));
            component = named.find() ? named.group(1).strip() : "";
            body = body.substring(0, suffix.start());
        }
        Matcher reason = REASON.matcher(body);
        if (reason.find() && reason.start() > 0) {
            return new WrittenLine(body.substring(0, reason.start()), reason.group(1), discovered, component);
        }
        Matcher bold = BOLD.matcher(body);
        if (bold.matches()) {
            return new WrittenLine(bold.group(1), bold.group(2), discovered, component);
        }
        boolean parts = section == Section.PATTERNS_TO_AVOID || section == Section.PATTERNS_THAT_WORK;
        Matcher separator = SEPARATOR.matcher(body);
        return parts && separator.find() && separator.start() > 0
                ? new WrittenLine(
                        body.substring(0, separator.start()), body.substring(separator.end()), discovered, component)
                : new WrittenLine(body, "", discovered, component);
    }

    private static Optional<LocalDate> date(String suffix) {
        Matcher matcher = DISCOVERED.matcher(suffix);
        try {
            return matcher.find() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty(); // a day that no calendar has
        }
    }
}
