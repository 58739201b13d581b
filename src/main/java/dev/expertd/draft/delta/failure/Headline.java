package dev.expertd.draft.delta.failure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A failure in one clause: which test, which error, and what it said. Without a colon, for a colon ends it. */
public final class Headline {
    private static final int LONGEST_TITLE = 76;
    private static final int LONGEST_VALUE = 44;
    private static final int SHORTEST_VALUE = 16;
    private static final int LONGEST_LINE = 2_000;

    /** So little of a message, less than half of it, does not say what was wrong; the error's name alone is better. */
    private static final int FEWEST = 24;

    private static final List<Pattern> EXPECTED = List.of(
            Pattern.compile(
                    "^(.{0,400}?)\\s*expected(?: same)?: ?<(.{0,800}?)> but was(?: not)?: ?<(.{0,800})>.*",
                    Pattern.DOTALL),
            Pattern.compile(
                    "^(.{0,400}?)\\s*expected(?: same)?: ?<(.{0,800}?)> was not: ?<(.{0,800})>.*", Pattern.DOTALL),
            Pattern.compile("^(.{0,400}?)\\s*expected: (\\S{1,400}) but was: (\\S{1,400}).*", Pattern.DOTALL),
            Pattern.compile(
                    "^()Expected (?:value )?['\"<]?(.{1,300}?)['\"<>]? but (?:was|got|received) ['\"<]?(.{1,300}?)['\">]?$"));
    private static final Pattern OTHER_TYPE = Pattern.compile(
            "^Unexpected exception type thrown.{0,200}?expected: <(?:[\\w.]*\\.)?(\\w+)> but was: <(?:[\\w.]*\\.)?(\\w+)>.*",
            Pattern.DOTALL);
    private static final Pattern NOT_THROWN = Pattern.compile(
            "(?:Expected (?:exception: |test to throw .{0,80}?)?|expected )([\\w.$]{1,200}(?:Exception|Error))\\b(?: to be thrown)?");
    private static final Pattern UNEQUAL =
            Pattern.compile("^(?:\\w+ differ: )?(.{1,400}?) != (.{1,400}?)(?:\\s: .*)?$");
    private static final Pattern CHAI = Pattern.compile(
            "^expected (.{1,300}?) to (?:be|equal|deeply equal|strictly equal|eql)(?: a| an)? (.{1,300})$");
    private static final Pattern SUPERTEST =
            Pattern.compile("^expected (.{1,300}?)(?: response)?(?: body| status| header)?, got (.{1,300})$");
    private static final Pattern ASSERTED = Pattern.compile("^assert (.{1,400}?) == (.{1,400})$");

    private final FailedTest test;
    private final String name;
    private final String error;
    private final String first;
    private final int longest;

    private Headline(FailedTest test, int longest) {
        this.test = test;
        this.longest = longest;
        name = shown(test.name());
        error = test.error().isEmpty() ? "" : "`" + test.error() + "`";
        String line = Wording.oneLine(test.message().lines().findFirst().orElse(""));
        first = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    }

    /**
     * Says it.
     *
     * @param longest how long it should be at most; name and error stay whole, so it may be longer
     */
    public static String of(FailedTest test, int longest) {
        return new Headline(test, longest).text();
    }

    /** Which test failed with which error, nothing more. */
    public static String shortest(FailedTest test) {
        String error = test.error().isEmpty() ? "" : " with `" + test.error() + "`";
        return shown(test.name()) + " fails" + error;
    }

    /** A test's name in back-quotes; a title in double quotes, cut behind a word. */
    public static String shown(String testName) {
        if (testName.matches("[\\w$.]{1,120}")) {
            return "`" + testName + "`";
        }
        return Wording.quoted(Wording.words(Wording.oneLine(testName), LONGEST_TITLE));
    }

    private String text() {
        return typeOfError()
                .or(this::expectedAndGot)
                .or(this::notThrown)
                .or(this::unequal)
                .or(this::scriptAssertion)
                .or(this::assertedEquality)
                .orElseGet(this::plain);
    }

    private Optional<String> typeOfError() {
        Matcher matcher = OTHER_TYPE.matcher(bounded());
        return matcher.matches()
                ? Optional.of(name + " throws `" + matcher.group(2) + "` instead of `" + matcher.group(1) + "`"
                        + inBrackets())
                : Optional.empty();
    }

    private Optional<String> expectedAndGot() {
        if (!test.isAssertion()) {
            return Optional.empty();
        }
        for (Pattern pattern : EXPECTED) {
            Matcher matcher = pattern.matcher(bounded());
            if (matcher.matches()) {
                boolean comparison = test.error().equals("ComparisonFailure");
                Contrast values = Contrast.marked(matcher.group(2), matcher.group(3), comparison, value());
                String said = stripped(Wording.message(matcher.group(1)));
                return Optional.of(said.isEmpty() ? contrast(values) : told(said, values));
            }
        }
        return Optional.empty();
    }

    private String contrast(Contrast values) {
        return values.differs()
                ? name + " got " + Wording.quoted(values.got()) + " instead of " + Wording.quoted(values.wanted())
                        + inBrackets()
                : name + " gets another value than the expected " + Wording.quoted(values.wanted()) + inBrackets();
    }

    private String told(String said, Contrast values) {
        boolean brief = values.wanted().length() + values.got().length() < 30
                && values.differs()
                && (values.got() + values.wanted()).chars().noneMatch(c -> c == '(' || c == ')');
        String numbers = brief ? " (" + bare(values.got()) + " instead of " + bare(values.wanted()) + ")" : "";
        return fails(said, numbers);
    }

    private Optional<String> notThrown() {
        if (!test.isAssertion() || first.contains("but was")) {
            return Optional.empty();
        }
        Matcher matcher = NOT_THROWN.matcher(bounded());
        return matcher.find()
                ? Optional.of(name + " expects `" + FailureText.simple(matcher.group(1)) + "`, but none is thrown"
                        + inBrackets())
                : Optional.empty();
    }

    private Optional<String> unequal() {
        Matcher matcher = UNEQUAL.matcher(first);
        if (!test.isAssertion() || first.startsWith("assert") || !matcher.matches()) {
            return Optional.empty();
        }
        Contrast values = Contrast.of(matcher.group(1), matcher.group(2), value());
        return values.wanted().isEmpty() || values.got().isEmpty()
                ? Optional.empty()
                : Optional.of(fails(values.wanted() + " != " + values.got(), ""));
    }

    private Optional<String> scriptAssertion() {
        if (!test.isAssertion()) {
            return Optional.empty();
        }
        Matcher chai = CHAI.matcher(first);
        if (chai.matches()) {
            return Optional.of(contrast(Contrast.of(unquoted(chai.group(2)), unquoted(chai.group(1)), value())));
        }
        Matcher supertest = SUPERTEST.matcher(first);
        return supertest.matches()
                ? Optional.of(
                        contrast(Contrast.of(unquoted(supertest.group(1)), unquoted(supertest.group(2)), value())))
                : Optional.empty();
    }

    private Optional<String> assertedEquality() {
        Matcher matcher = ASSERTED.matcher(first);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Contrast values = Contrast.of(matcher.group(1), matcher.group(2), value());
        return Optional.of(fails("assert " + values.wanted() + " == " + values.got(), ""));
    }

    private String plain() {
        String message = Wording.message(test.message()).replace('"', '\'');
        if (message.isEmpty()) {
            return shortest(test);
        }
        return fails(message, "");
    }

    private String fails(String message, String behind) {
        String start = name + " fails with " + (error.isEmpty() ? "" : error + " ");
        int room = Math.max(30, longest - start.length() - behind.length() - 2);
        String text = bare(message);
        String cut = Wording.clipped(text, room);
        boolean pointless = cut.length() < FEWEST && cut.length() < text.length() / 2;
        return pointless && !error.isEmpty() ? shortest(test) + behind : start + Wording.quoted(cut) + behind;
    }

    /** How much of each of two values there is room for. */
    private int value() {
        int room = (longest - name.length() - test.error().length() - 26) / 2;
        return Math.max(SHORTEST_VALUE, Math.min(LONGEST_VALUE, room));
    }

    private String inBrackets() {
        return test.error().isEmpty() ? "" : " (" + test.error() + ")";
    }

    private String bounded() {
        return test.message().length() > LONGEST_LINE ? test.message().substring(0, LONGEST_LINE) : test.message();
    }

    private static String bare(String value) {
        return value.replace('`', '\'').replace('"', '\'').replaceAll(":\\s+", " ");
    }

    private static String unquoted(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1 && "'\"".indexOf(text.charAt(0)) >= 0;
        return quoted
                ? text.substring(
                        1, text.charAt(text.length() - 1) == text.charAt(0) ? text.length() - 1 : text.length())
                : text;
    }

    private static String stripped(String text) {
        int end = text.length();
        while (end > 0 && " .=>-:,".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end).strip();
    }
}
