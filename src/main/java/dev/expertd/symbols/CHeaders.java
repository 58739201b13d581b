package dev.expertd.symbols;

import java.util.Set;

/** C and C++: a function's name stands before its brackets, perhaps with the class before it. */
final class CHeaders implements Headers {
    private static final Set<String> TYPES = Set.of("class", "struct", "union", "enum", "namespace");
    private static final Set<String> ATTRIBUTES = Set.of("__attribute__", "__declspec", "alignas");
    private static final Set<String> CONTROL =
            Set.of("if", "for", "while", "switch", "catch", "else", "do", "try", "return", "sizeof", "defined");

    @Override
    public Opening opened(Header raw, Around around) {
        Header header = raw.withoutCalls(ATTRIBUTES);
        if (header.isEmpty() || CONTROL.contains(header.at(0)) || header.last().equals("=")) {
            return Opening.BLOCK;
        }
        int operator = header.indexOf("operator");
        if (operator >= 0 && header.size() > operator + 2) {
            return operator(header, operator);
        }
        int brackets = header.indexOf("()");
        if (brackets > 0 && header.at(brackets - 1).equals("[]")) {
            return Opening.LAMBDA;
        }
        if (brackets > 0 && header.isWord(brackets - 1) && !CONTROL.contains(header.at(brackets - 1))) {
            boolean typed = brackets > 1 || header.at(0).equals(around.type());
            boolean value = header.indexOf("=") >= 0 && header.indexOf("=") < brackets;
            int owner = header.at(brackets - 2).equals("~") ? brackets - 3 : brackets - 2;
            String container = header.at(owner).equals("::") && header.isWord(owner - 1) ? header.at(owner - 1) : "";
            return typed && !value
                    ? new Opening(Opening.Kind.METHOD, header.at(brackets - 1), container)
                    : Opening.BLOCK;
        }
        for (int i = 0; i < header.size() - 1; i++) {
            if (TYPES.contains(header.at(i)) && header.isWord(i + 1)) {
                int name = header.at(i + 1).equals("class") ? i + 2 : i + 1;
                while (header.isWord(name + 1) && !header.at(name + 1).equals("final")) {
                    name++; // what stands before the name is a macro that exports it
                }
                return header.isWord(name) ? Opening.type(header.at(name)) : Opening.BLOCK;
            }
        }
        return Opening.BLOCK;
    }

    private static Opening operator(Header header, int at) {
        StringBuilder name = new StringBuilder("operator");
        int i = at + 1;
        do {
            name.append(header.isWord(i) ? " " : "").append(header.at(i++));
        } while (i < header.size() && !header.at(i).equals("()"));
        String container = header.at(at - 1).equals("::") && header.isWord(at - 2) ? header.at(at - 2) : "";
        return new Opening(Opening.Kind.METHOD, name.toString(), container);
    }
}
