package dev.expertd.symbols;

/**
 * What a header opens.
 *
 * @param name empty where it has no name
 * @param container a type that the header itself names; empty where only nesting tells
 */
record Opening(Kind kind, String name, String container) {
    enum Kind {
        TYPE,
        METHOD,
        /** A field's value, or its accessors. */
        FIELD,
        /** A type without a name: its members are methods. */
        ANONYMOUS,
        /** A function without a name: it belongs to what is around it. */
        LAMBDA,
        /** Braces inside an expression, such as an object or a pattern: the header goes on behind them. */
        VALUE,
        BLOCK;

        boolean holdsMembers() {
            return this == TYPE || this == ANONYMOUS;
        }
    }

    static final Opening BLOCK = new Opening(Kind.BLOCK, "", "");
    static final Opening LAMBDA = new Opening(Kind.LAMBDA, "", "");
    static final Opening ANONYMOUS = new Opening(Kind.ANONYMOUS, "", "");
    static final Opening VALUE = new Opening(Kind.VALUE, "", "");

    static Opening type(String name) {
        return new Opening(Kind.TYPE, name, "");
    }

    static Opening method(String name) {
        return new Opening(Kind.METHOD, name, "");
    }

    static Opening field(String name) {
        return new Opening(Kind.FIELD, name, "");
    }
}
