package dev.expertd.expertise.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Line numbers in one line of Markdown, decoded as ISO 8859-1, in which a dash of typographers is three characters. */
final class Numbers {
    private static final String DASH = "(?:-|\u00e2\u0080[\u0093\u0094])";
    private static final String RANGE =
            "(\\d{1,6})(?: ?(?:" + DASH + "|to) ?[~L]?(\\d{1,6}))?(?![\\w%]|\\.\\d|-\\w| ?to ?\\d)";
    private static final Pattern BEHIND_PATH =
            Pattern.compile("\\G(?::|#L|:L)" + "(\\d{1,6})(?:" + DASH + "L?(\\d{1,6}))?(?![\\w%]|\\.\\w|-\\w|,\\d)");
    private static final Pattern WORDED =
            Pattern.compile("(?<![\\w-])(?:[Ll]ines?|LINES?) ?(?:~ ?|# ?|about |around |ca\\. )?" + RANGE);
    private static final Pattern LETTER = Pattern.compile("(?<![\\w-])~?L" + RANGE);
    private static final Pattern MORE = Pattern.compile("\\G(?:,? and |, ?|,? & ?)~?" + RANGE);
    private static final Pattern FORMAL_BEFORE = Pattern.compile(
            "(?:[(\\[,;|] ?(?:at |around |see |about )?~?|`[^`]{1,200}` (?:at )?~?|\\.[a-z]{1,5}[, ]+(?:at )?~?|^[#\\s*-]*)(?:[Ll]ines?|LINES?|L)? ?(?:~ ?|# ?)?(?:[\\d, &-]|and )*$");
    private static final Pattern TALE = Pattern.compile(
            "(?:\\b(?:was|were|formerly|moved from|used to be)\\b[^()]{0,80}|https?://\\S*\\s*(?:[Ll]ines? ?)?)$");
    private static final Pattern CELL = Pattern.compile("\\s*`?~?L?" + RANGE + "`?\\s*");

    private Numbers() {}

    /**
     * True if the statement is only about the place: in brackets or directly behind a path. What prose says of a line
     * may be about anything, a file of the user or a cache.
     */
    static boolean isFormal(String line, Found found) {
        String before = line.substring(0, found.start());
        return FORMAL_BEFORE.matcher(before).find() && !TALE.matcher(before).find();
    }

    /** True if what stands before tells of another time, or of a document on the web. */
    static boolean isTale(String line, int start) {
        return TALE.matcher(line.substring(Math.max(0, start - 120), start)).find();
    }

    /** One or two numbers and where they stand. */
    record Found(int start, int end, String text, int first, int last) {}

    /** The numbers that stand directly behind a path which ends there: {@code :12}, {@code :12-34}, {@code #L12-L34}. */
    static List<Found> behindPath(String line, int end) {
        Matcher matcher = BEHIND_PATH.matcher(line);
        return matcher.find(end) ? valid(found(line, matcher)) : List.of();
    }

    /** Numbers that a word announces: {@code ~line 12}, {@code lines 12-34 and 56}, {@code L12}. */
    static List<Found> worded(String line) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = WORDED.matcher(line);
        while (matcher.find()) {
            found.addAll(valid(found(line, matcher)));
            Matcher more = MORE.matcher(line);
            int at = matcher.end();
            while (line.startsWith("ines", matcher.start() + 1) && more.find(at)) {
                found.addAll(valid(found(line, more)));
                at = more.end();
            }
        }
        Matcher letter = LETTER.matcher(line);
        while (letter.find()) {
            found.addAll(valid(found(line, letter)));
        }
        return found;
    }

    /** The numbers of a table's cell that holds nothing else. */
    static List<Found> cell(String line, int start, int end) {
        Matcher matcher = CELL.matcher(line).region(start, end);
        return matcher.matches() ? valid(found(line, matcher)) : List.of();
    }

    private static Found found(String line, Matcher matcher) {
        boolean range = matcher.group(2) != null;
        int end = range ? matcher.end(2) : matcher.end(1);
        int first = Integer.parseInt(matcher.group(1));
        return new Found(
                matcher.start(1),
                end,
                line.substring(matcher.start(1), end),
                first,
                range ? Integer.parseInt(matcher.group(2)) : first);
    }

    private static List<Found> valid(Found found) {
        return found.first() > 0 && found.last() >= found.first() ? List.of(found) : List.of();
    }
}
