package dev.expertd.symbols;

import java.util.Set;

/** Java, Groovy and C#: types by keyword, methods by a name between a type and brackets. */
final class JavaHeaders implements Headers {
    private static final Set<String> TYPES =
            Set.of("class", "interface", "enum", "record", "struct", "namespace", "trait");
    private static final Set<String> CONTROL = Set.of(
            "if",
            "for",
            "while",
            "switch",
            "try",
            "catch",
            "else",
            "do",
            "finally",
            "return",
            "throw",
            "case",
            "new",
            "assert",
            "yield",
            "foreach",
            "using",
            "lock",
            "fixed",
            "unchecked",
            "checked",
            "when",
            "super",
            "this");
    private static final Set<String> ACCESS = Set.of("private", "protected", "public");
    private static final Set<String> BEHIND = Set.of("throws", "where", ":", "default", "=>");

    @Override
    public Opening opened(Header raw, Around around) {
        Header header = behindCutType(raw.withoutAnnotations());
        if (header.isEmpty() || CONTROL.contains(header.at(0)) || startsSynchronizedBlock(header)) {
            return creates(header) ? Opening.ANONYMOUS : endsInArrow(header) ? Opening.LAMBDA : Opening.BLOCK;
        }
        if (endsInArrow(header)) {
            return Opening.LAMBDA;
        }
        int type = typeKeyword(header);
        if (type >= 0) {
            return Opening.type(header.at(type + 1));
        }
        if (creates(header)) {
            return Opening.ANONYMOUS;
        }
        if (header.contains("(")) {
            return Opening.VALUE; // an array among the arguments of an annotation or a call
        }
        if (header.contains("=")) {
            return around.kind().holdsMembers() ? field(header) : Opening.VALUE;
        }
        Opening method = method(header, around);
        if (method.kind() != Opening.Kind.BLOCK) {
            return method;
        }
        if (around.kind().holdsMembers() && header.isWord(header.size() - 1)) {
            if (header.last().equals(around.type())) {
                return Opening.method(header.last()); // the compact constructor of a record
            }
            return header.size() > 1
                            && endsType(header, header.size() - 2)
                            && !header.at(0).equals("static")
                    ? Opening.field(header.last()) // the accessors of a property
                    : header.last().equals("static") ? Opening.BLOCK : Opening.ANONYMOUS; // a constant with a body
        }
        return around.kind().holdsMembers() && header.last().equals("()") ? Opening.ANONYMOUS : Opening.BLOCK;
    }

    @Override
    public Opening stated(Header raw, Around around) {
        Header header = raw.withoutAnnotations();
        if (around.kind() != Opening.Kind.TYPE || header.isEmpty()) {
            return Opening.BLOCK;
        }
        if (!header.contains("=")) {
            Opening method = method(header, around);
            if (method.kind() != Opening.Kind.BLOCK) {
                return method;
            }
        }
        return field(header);
    }

    private static Opening method(Header header, Around around) {
        int brackets = parameters(header);
        if (brackets < 1
                || !header.isWord(brackets - 1) && !header.at(brackets - 1).equals("<>")) {
            return Opening.BLOCK;
        }
        int at = header.at(brackets - 1).equals("<>") ? brackets - 2 : brackets - 1;
        String name = header.at(at);
        String before = header.at(at - 1);
        if (!header.isWord(at)
                || CONTROL.contains(name)
                || before.equals(".")
                || before.equals("new")
                || header.contains("(")) {
            return Opening.BLOCK;
        }
        boolean typed = endsType(header, at - 1);
        boolean constructs = name.equals(around.type())
                || around.type().isEmpty() && Character.isUpperCase(name.charAt(0)) && brackets == 1;
        return typed || constructs ? Opening.method(name) : Opening.BLOCK;
    }

    /** Where the parameters of a method stand: nothing follows but what may. */
    private static int parameters(Header header) {
        for (int i = 1; i < header.size(); i++) {
            String next = header.at(i + 1);
            if (header.at(i).equals("()") && (next.isEmpty() || next.equals("[]") || BEHIND.contains(next))) {
                return i;
            }
        }
        return -1;
    }

    /** The last word before the value: at least a type and a name. */
    private static Opening field(Header header) {
        int end = header.contains("=") ? header.indexOf("=") : header.indexOf("=>");
        int name = (end < 0 ? header.size() : end) - 1;
        while (name > 0 && header.at(name).equals("[]")) {
            name--;
        }
        boolean typed = endsType(header, name - 1);
        return name > 0
                        && header.isWord(name)
                        && typed
                        && !header.at(0).equals("import")
                        && !header.at(0).equals("package")
                ? Opening.field(header.at(name))
                : Opening.BLOCK;
    }

    private static boolean endsType(Header header, int at) {
        String token = header.at(at);
        return header.isWord(at)
                || token.equals("<>")
                || token.equals("[]")
                || token.equals("?") && header.isWord(at - 1);
    }

    private static int typeKeyword(Header header) {
        for (int i = 0; i < header.size() - 1; i++) {
            boolean keyword = TYPES.contains(header.at(i)) && !header.at(i - 1).equals(".") && header.isWord(i + 1);
            boolean record = !header.at(i).equals("record")
                    || header.at(i + 2).equals("()")
                    || header.at(i + 2).equals("<>");
            if (keyword && record) {
                return i;
            }
        }
        return -1;
    }

    /** In a cut file a type may have lost its brace: no type's own head goes on with an access modifier. */
    private static Header behindCutType(Header header) {
        int type = typeKeyword(header);
        for (int i = type + 2; type >= 0 && i < header.size(); i++) {
            if (ACCESS.contains(header.at(i))) {
                return header.from(i);
            }
        }
        return header;
    }

    private static boolean startsSynchronizedBlock(Header header) {
        return header.at(0).equals("synchronized") && header.at(1).equals("()");
    }

    private static boolean endsInArrow(Header header) {
        return header.last().equals("->") || header.last().equals("=>");
    }

    /** {@code new T<..>(..)} at the end. */
    private static boolean creates(Header header) {
        int i = header.size() - 1;
        if (!header.at(i).equals("()")) {
            return false;
        }
        i--;
        while (header.isWord(i) && !header.at(i).equals("new")
                || header.at(i).equals(".")
                || header.at(i).equals("<>")) {
            i--;
        }
        return header.at(i).equals("new");
    }
}
