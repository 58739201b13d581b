package dev.expertd.upkeep.drift;

import dev.expertd.symbols.Language;
import dev.expertd.symbols.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature that an expertise file states: {@code create_document(params, tenant)}, or a row with the name in one cell
 * and {@code (params, tenant)} in another.
 *
 * @param names what may be the names of the parameters, each as first and as last word of what is declared
 * @param complete nothing is left out
 * @param loose they are named somewhere in the line, in whatever order, maybe beside other things
 */
record Statement(
        Parts.Line line, String symbol, List<String> names, List<String> lastNames, boolean complete, boolean loose) {
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?<![\\w.$'\"-])((?:[A-Za-z_$][\\w$]*(?:\\.|::)){0,12}[A-Za-z_$][\\w$]{2,})\\(([^()]{1,600}(?:\\([^()]{0,100}\\)[^()]{0,300}){0,3})\\)");
    private static final Pattern NAME_CELL =
            Pattern.compile("\\|\\s*`?((?:[A-Za-z_$][\\w$]*\\.){0,12}[A-Za-z_$][\\w$]{2,})(?:\\(\\))?`?\\s*\\|");
    private static final Pattern LIST_CELL =
            Pattern.compile("\\|\\s*`?\\(([^()|]{1,600})\\)`?(?:\\s*->[^|]*)?\\s*(?=\\|)");
    private static final Pattern EMPTY_CALL =
            Pattern.compile("`((?:[A-Za-z_$][\\w$]*\\.){0,12}[A-Za-z_$][\\w$]{2,})\\(\\)`");
    private static final Pattern CODE_NAME = Pattern.compile("`\\*{0,2}([A-Za-z_$][\\w$]*)[?]?(?:: ?[^`]{1,40})?`");
    private static final Pattern NO_NAME = Pattern.compile("[\"'{}\\[\\]]|\\d");

    Statement {
        names = List.copyOf(names);
        lastNames = List.copyOf(lastNames);
    }

    static List<Statement> in(Parts.Line line) {
        List<Statement> statements = new ArrayList<>();
        Matcher signature = SIGNATURE.matcher(line.text());
        while (signature.find()) {
            add(line, signature.group(1), signature.group(2), statements);
        }
        if (line.isRow()) {
            Matcher name = NAME_CELL.matcher(line.text());
            Matcher list = LIST_CELL.matcher(line.text());
            if (name.find() && list.find(name.end() - 1)) {
                add(line, name.group(1), list.group(1), statements);
            }
        }
        if (statements.isEmpty() && !line.fenced()) {
            addLoose(line, statements);
        }
        return statements;
    }

    /** The first function of the line, with what else is set as code there. */
    private static void addLoose(Parts.Line line, List<Statement> statements) {
        Matcher call = EMPTY_CALL.matcher(line.text());
        if (!call.find()) {
            return;
        }
        List<String> names = new ArrayList<>();
        Matcher name = CODE_NAME.matcher(line.text());
        while (name.find()) {
            names.add(name.group(1));
        }
        if (!names.isEmpty()) {
            statements.add(new Statement(line, call.group(1), names, names, true, true));
        }
    }

    private static void add(Parts.Line line, String symbol, String list, List<Statement> statements) {
        boolean complete = !list.contains("...") && !list.contains("\u2026");
        String plain = list.replace("...", "").replace("\u2026", "");
        String declared = plain.replaceAll("=[^,]*", "").replaceAll(":[^,]*", ":");
        if (NO_NAME.matcher(declared).find()) {
            return; // values: a call, not a signature
        }
        List<String> names = Parameters.names(Language.PYTHON, plain);
        if (!names.isEmpty()) {
            statements.add(new Statement(line, symbol, names, Parameters.names(Language.JAVA, plain), complete, false));
        }
    }

    /** True if every name that is stated is one of these parameters, in their order; loosely, if one is. */
    boolean fits(List<String> parameters) {
        return loose
                ? parameters.stream().anyMatch(names::contains)
                : isWithin(names, parameters) || isWithin(lastNames, parameters);
    }

    /** True if all of these parameters are stated. */
    boolean statesAll(List<String> parameters) {
        return loose
                ? names.containsAll(parameters)
                : complete && fits(parameters) && names.size() == parameters.size();
    }

    boolean states(String parameter) {
        return names.contains(parameter) || lastNames.contains(parameter);
    }

    private static boolean isWithin(List<String> part, List<String> whole) {
        int at = 0;
        for (String name : part) {
            while (at < whole.size() && !whole.get(at).equals(name)) {
                at++;
            }
            if (at++ == whole.size()) {
                return false;
            }
        }
        return true;
    }
}
