package dev.expertd.trace.tap;

import dev.expertd.model.Status;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point as its line tells it.
 *
 * @param number as written; -1 if it has none
 * @param name without dash, directive, time and brace
 * @param millis -1 if the line tells no time
 */
record TapPoint(int number, String name, Status status, long millis) {
    /** A number sign behind a backslash is part of the name. */
    private static final Pattern DIRECTIVE = Pattern.compile("(?i)(?<!\\\\)#\\s*(skip|todo)\\w*\\b.*$");

    private static final Pattern TIME = Pattern.compile("\\s*# time=(\\d{1,9}(?:\\.\\d{1,9})?)(m?s)\\b.*$");

    /** What bats writes behind the name when it is asked for times. */
    private static final Pattern BATS_TIME = Pattern.compile(" in (\\d{1,9})ms$");

    /**
     * The point of a line that {@link TapLine#POINT} matches.
     *
     * @param version of the protocol; bats writes none
     */
    static TapPoint of(Matcher line, int version) {
        boolean ok = line.group(1) == null;
        int number = line.group(2) == null ? -1 : Integer.parseInt(line.group(2));
        String rest = line.group(3) == null ? "" : line.group(3).strip();
        Status status = ok ? Status.PASSED : Status.FAILED;
        Matcher directive = DIRECTIVE.matcher(rest);
        if (directive.find()) {
            boolean skip = directive.group(1).equalsIgnoreCase("skip");
            status = skip || !ok ? Status.SKIPPED : status;
            rest = rest.substring(0, directive.start()).strip();
        }
        rest = rest.endsWith("{") ? rest.substring(0, rest.length() - 1).strip() : rest;
        long millis = -1;
        Matcher time = TIME.matcher(rest);
        Matcher bats = BATS_TIME.matcher(rest);
        if (time.find()) {
            millis = Math.round(
                    Double.parseDouble(time.group(1)) * (time.group(2).equals("s") ? 1000 : 1));
            rest = rest.substring(0, time.start());
        } else if (version == 0 && bats.find()) {
            millis = Long.parseLong(bats.group(1));
            rest = rest.substring(0, bats.start());
        }
        rest = rest.strip();
        rest = rest.endsWith("{") ? rest.substring(0, rest.length() - 1).strip() : rest;
        rest = rest.startsWith("- ") ? rest.substring(2).strip() : rest.equals("-") ? "" : rest;
        return new TapPoint(number, rest.replace("\\#", "#"), status, millis);
    }
}
