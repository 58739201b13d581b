package dev.expertd.symbols;

import java.util.Set;

/** Go, Rust, Kotlin and PHP: a keyword stands before every name that is defined. */
final class KeywordHeaders implements Headers {
    private static final Set<String> FUNCTIONS = Set.of("func", "fn", "fun", "function");
    private static final Set<String> TYPES =
            Set.of("class", "interface", "trait", "enum", "struct", "object", "mod", "namespace", "union", "type");

    @Override
    public Opening opened(Header header, Around around) {
        for (int i = header.size() - 1; i >= 0; i--) {
            String word = header.at(i);
            boolean member = header.at(i - 1).equals(".") || header.at(i - 1).equals("::");
            if (FUNCTIONS.contains(word) && !member) {
                return function(header, i);
            }
            if (word.equals("impl") && !header.at(i - 1).equals("->")) {
                return implementation(header, i);
            }
            if (TYPES.contains(word)
                    && header.isWord(i + 1)
                    && !member
                    && !header.at(i + 1).equals("extends")) {
                return Opening.type(header.at(i + 1));
            }
        }
        return header.last().equals("=>") || header.last().equals("->") ? Opening.LAMBDA : Opening.BLOCK;
    }

    @Override
    public Opening stated(Header header, Around around) {
        for (int i = 0; i < header.size() && !header.at(i).equals("="); i++) {
            if (FUNCTIONS.contains(header.at(i))
                    && header.isWord(i + 1)
                    && !header.at(i - 1).equals("use")) {
                return function(header, i);
            }
        }
        return Opening.BLOCK;
    }

    private static Opening function(Header header, int keyword) {
        int name = keyword + 1;
        String container = "";
        if (header.at(name).equals("()")
                && header.isWord(name + 1)
                && !header.at(name + 1).equals("use")
                && (header.at(name + 2).equals("()") || header.at(name + 2).equals("[]"))) {
            container = lastWord(header.firstGroup());
            name++;
        }
        if (header.at(name).equals("<>") || header.at(name).equals("&")) {
            name++;
        }
        for (int dot = receiverEnd(header, name); dot > 0; dot = receiverEnd(header, name)) {
            container = header.at(name);
            name = dot + 1;
        }
        return header.isWord(name)
                        && !header.at(name).equals("use")
                        && !header.at(name).startsWith("$")
                ? new Opening(Opening.Kind.METHOD, header.at(name), container)
                : Opening.LAMBDA;
    }

    /** The dot behind {@code Type<T>?.} before the name of an extension; 0 if there is none. */
    private static int receiverEnd(Header header, int name) {
        int i = name + 1;
        while (header.at(i).equals("<>") || header.at(i).equals("?")) {
            i++;
        }
        return header.isWord(name) && header.at(i).equals(".") && header.isWord(i + 1) ? i : 0;
    }

    /** {@code impl<T> Trait for Type}: the members are the type's. */
    private static Opening implementation(Header header, int keyword) {
        int target = header.lastIndexOf("for") > keyword ? header.lastIndexOf("for") + 1 : keyword + 1;
        while (target < header.size()
                && (!header.isWord(target)
                        || header.at(target).equals("mut")
                        || header.at(target).equals("dyn")
                        || header.at(target - 1).equals("'")
                        || header.at(target + 1).equals("::"))) {
            target++;
        }
        return header.isWord(target) ? Opening.type(header.at(target)) : Opening.ANONYMOUS;
    }

    private static String lastWord(String text) {
        int generic = text.indexOf('[');
        String type = generic < 0 ? text : text.substring(0, generic);
        int end = type.length();
        while (end > 0 && !Character.isJavaIdentifierPart(type.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(type.charAt(start - 1))) {
            start--;
        }
        return type.substring(start, end);
    }
}
