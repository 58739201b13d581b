package dev.expertd.symbols;

import java.util.Set;

/** JavaScript and TypeScript. A header may hold earlier statements that no semicolon ended: its end counts. */
final class ScriptHeaders implements Headers {
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "namespace", "module");
    private static final Set<String> CONTROL = Set.of(
            "if",
            "for",
            "while",
            "switch",
            "catch",
            "with",
            "return",
            "function",
            "else",
            "do",
            "try",
            "new",
            "typeof",
            "await",
            "yield",
            "super",
            "of",
            "in");
    private static final Set<String> OF_TYPES = Set.of(".", "<>", "[]", "|", "&", "?");

    @Override
    public Opening opened(Header header, Around around) {
        Header end = header;
        boolean arrow = end.last().equals("=>");
        if (arrow) {
            end = end.upTo(end.size() - 1);
        }
        end = withoutReturnType(end);
        if (arrow) {
            return arrow(end);
        }
        int brackets = end.size() - 1;
        if (end.last().equals("()")) {
            int name = end.at(brackets - 1).equals("<>") ? brackets - 2 : brackets - 1;
            Opening function = function(end, name);
            if (function.kind() != Opening.Kind.BLOCK) {
                return function;
            }
            return isMemberName(end, name) ? Opening.method(end.at(name)) : Opening.BLOCK;
        }
        return typeOrValue(header, around);
    }

    @Override
    public Opening stated(Header header, Around around) {
        int equals = header.indexOf("=");
        boolean declared = header.at(0).equals("const")
                || header.at(0).equals("let")
                || header.at(0).equals("var");
        if (around.top() && declared && header.isWord(1) && equals >= 2) {
            return Opening.field(header.at(1));
        }
        int type = typeStart(header, equals - 1);
        int name = header.at(type - 1).equals(":") ? type - 2 : equals - 1;
        return around.kind() == Opening.Kind.TYPE && header.isWord(name)
                ? Opening.field(header.at(name))
                : Opening.BLOCK;
    }

    /** {@code function name}, {@code name = function}, {@code name: async function}. */
    private static Opening function(Header header, int name) {
        int keyword = header.at(name).equals("function") ? name : name - 1;
        if (header.at(keyword).equals("*")) {
            keyword--;
        }
        if (!header.at(keyword).equals("function")) {
            return Opening.BLOCK;
        }
        int before = header.at(keyword - 1).equals("async") ? keyword - 2 : keyword - 1;
        Opening bound = bound(header, before);
        if (name > keyword && header.isWord(name)) {
            return new Opening(Opening.Kind.METHOD, header.at(name), bound.container());
        }
        return bound;
    }

    private static Opening arrow(Header header) {
        int i = header.size() - 1;
        boolean parameters = header.at(i).equals("()") || header.isWord(i);
        i = parameters ? i - 1 : i;
        i = header.at(i).equals("<>") ? i - 1 : i;
        i = header.at(i).equals("async") ? i - 1 : i;
        return bound(header, i);
    }

    /** The name in {@code name =} or {@code name:} that ends at an index; a lambda without one. */
    private static Opening bound(Header header, int sign) {
        if (!header.at(sign).equals("=") && !header.at(sign).equals(":")) {
            return Opening.LAMBDA;
        }
        int name = sign - 1;
        if (header.at(sign).equals("=")) {
            int type = typeStart(header, sign - 1);
            name = header.at(type - 1).equals(":") ? type - 2 : name;
        }
        if (header.at(name).equals("exports")) {
            int outer = header.at(name - 1).equals(".") ? name - 3 : name - 1;
            return bound(header, outer); // an exported function has the name it is bound to besides
        }
        if (!header.isWord(name)) {
            return Opening.LAMBDA;
        }
        boolean prototype =
                header.at(name - 1).equals(".") && header.at(name - 2).equals("prototype");
        String container = prototype && header.isWord(name - 4) ? header.at(name - 4) : "";
        return new Opening(Opening.Kind.METHOD, header.at(name), container);
    }

    private static boolean isMemberName(Header header, int name) {
        return header.isWord(name)
                && !CONTROL.contains(header.at(name))
                && !header.at(name - 1).equals(".")
                && !header.at(name - 1).equals("new")
                && !header.at(name - 1).equals("=");
    }

    private static Opening typeOrValue(Header header, Around around) {
        for (int i = header.size() - 2; i >= 0; i--) {
            if (TYPES.contains(header.at(i))
                    && header.isWord(i + 1)
                    && !header.at(i - 1).equals(".")) {
                if (header.at(i + 1).equals("extends")) {
                    Opening bound = bound(header, i - 1);
                    return bound.name().isEmpty() ? Opening.ANONYMOUS : Opening.type(bound.name());
                }
                return Opening.type(header.at(i + 1));
            }
        }
        if (header.last().equals("class")) {
            return Opening.ANONYMOUS;
        }
        if (around.top() && header.last().equals("=") && header.isWord(header.size() - 2)) {
            boolean prototype = header.at(header.size() - 2).equals("prototype");
            return prototype
                    ? new Opening(Opening.Kind.ANONYMOUS, "", header.at(header.size() - 4))
                    : Opening.field(header.at(header.size() - 2));
        }
        boolean value = !header.isEmpty() && "=:([,?&|+".contains(header.last().substring(0, 1));
        return value && !header.last().equals("()") ? Opening.VALUE : Opening.BLOCK;
    }

    private static Header withoutReturnType(Header header) {
        int type = typeStart(header, header.size() - 1);
        return header.at(type - 1).equals(":") && header.at(type - 2).equals("()") ? header.upTo(type - 1) : header;
    }

    /** Where the type that ends at an index begins. */
    private static int typeStart(Header header, int last) {
        int i = last;
        while (i >= 0 && (header.isWord(i) || OF_TYPES.contains(header.at(i)))) {
            i--;
        }
        return i + 1;
    }
}
