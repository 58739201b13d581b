package dev.expertd.trace.failure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that names an error: {@code java.io.IOException: disk full}, {@code TypeError: x is undefined}, {@code
 * AssertionError}.
 *
 * @param type as printed, with its package
 * @param rest what stands behind the colon; empty if nothing does
 */
record ErrorLine(String type, String rest) {
    private static final int LENGTH = 4_000;

    /** Every repetition is possessive and no two can take the same sign, so that no line makes it try twice. */
    private static final Pattern SHAPE = Pattern.compile(
            "^(?:Caused by: |Exception in thread \"[^\"]{0,80}\" |Uncaught (?:\\(in promise\\) )?|Unhandled )?"
                    + "([A-Za-z_$][\\w$]{0,200}+(?:(?:\\.|::)[A-Za-z_$][\\w$]{0,200}+){0,16}+)"
                    + "(?: \\[(\\w{1,60})\\])?(?::(?:\\s(.*))?)?$",
            Pattern.DOTALL);

    /** How languages end the names of what they throw. */
    private static final Pattern SURE =
            Pattern.compile("\\w*(?:Error|Exception)|\\w+(?:Interrupt|Exit|Iteration|Failure|Failed)");

    private static final String WARNING = "Warning";

    /** An error by its name alone. */
    static Optional<ErrorLine> of(String line) {
        return parse(line).filter(error -> SURE.matcher(error.simple()).matches());
    }

    /** An error because of where it stands: a qualified name is enough. */
    static Optional<ErrorLine> expected(String line) {
        return parse(line)
                .filter(error -> SURE.matcher(error.simple()).matches()
                        || error.simple().endsWith(WARNING)
                        || error.type().length() > error.simple().length()
                                && Character.isUpperCase(error.simple().charAt(0)));
    }

    private static Optional<ErrorLine> parse(String line) {
        String start = line.substring(0, Math.min(LENGTH, line.length())).strip();
        if (isProse(start)) {
            return Optional.empty();
        }
        Matcher matcher = SHAPE.matcher(start);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String code = matcher.group(2) == null || matcher.group(2).equals("ERR_ASSERTION") ? "" : matcher.group(2);
        String rest = matcher.group(3) == null ? "" : matcher.group(3);
        return Optional.of(new ErrorLine(matcher.group(1), code.isEmpty() ? rest : "[" + code + "] " + rest));
    }

    /** True for what cannot have the shape, which spares most lines the pattern. */
    private static boolean isProse(String line) {
        return line.indexOf(':') < 0
                && line.indexOf(' ') >= 0
                && !line.endsWith("]")
                && !line.startsWith("Uncaught ")
                && !line.startsWith("Unhandled ")
                && !line.startsWith("Exception in thread ");
    }

    private String simple() {
        int end = Math.max(type.lastIndexOf('.'), Math.max(type.lastIndexOf(':'), type.lastIndexOf('$')));
        return end == type.length() - 1 ? type : type.substring(end + 1);
    }
}
