package dev.expertd.draft.delta.change;

import java.util.Set;

/** Words that name nothing. */
public final class Words {
    /** Reserved in one of the languages, or so common in one that naming it says nothing. */
    public static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while",
            "true",
            "false",
            "var",
            "def",
            "elif",
            "except",
            "lambda",
            "yield",
            "pass",
            "raise",
            "with",
            "None",
            "True",
            "False",
            "and",
            "not",
            "from",
            "global",
            "nonlocal",
            "self",
            "cls",
            "async",
            "await",
            "is",
            "in",
            "or",
            "del",
            "function",
            "let",
            "typeof",
            "undefined",
            "delete",
            "of",
            "Override",
            "as",
            "fn",
            "func",
            "fun",
            "end",
            "nil",
            "unless",
            "elsif");

    /** Reserved in some languages only: others have variables and members of that name. */
    static final Set<String> SOFT = Set.of(
            "is", "of", "as", "with", "from", "end", "func", "fun", "fn", "not", "and", "or", "in", "del", "pass",
            "raise", "default", "delete", "catch", "finally", "let", "async", "def", "nil", "import", "unless");

    /** Values that have a name. */
    static final Set<String> CONSTANTS = Set.of("true", "false", "True", "False", "null", "None", "undefined", "nil");

    /** Names that a reader could not look for. */
    private static final Set<String> COMMON = Set.of(
            "string",
            "String",
            "Object",
            "object",
            "Integer",
            "int",
            "list",
            "List",
            "dict",
            "str",
            "len",
            "get",
            "set",
            "add",
            "put",
            "size",
            "length",
            "value",
            "values",
            "key",
            "name",
            "err",
            "result",
            "index",
            "type",
            "data",
            "obj",
            "item",
            "node",
            "args",
            "kwargs",
            "the",
            "and",
            "for",
            "with",
            "java",
            "util",
            "print",
            "require",
            "exports",
            "module",
            "append",
            "push",
            "isinstance");

    private Words() {}

    public static boolean isCommon(String name) {
        return name.length() < 3 || COMMON.contains(name);
    }

    /** Made of several words, or a constant: nobody writes it by chance. */
    public static boolean isCompound(String name) {
        for (int i = 1; i < name.length(); i++) {
            boolean hump = Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1));
            if (hump || name.charAt(i) == '_' && i + 1 < name.length()) {
                return true;
            }
        }
        return false;
    }
}
