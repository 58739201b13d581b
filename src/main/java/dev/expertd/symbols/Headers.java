package dev.expertd.symbols;

/** How the languages of one family write what they define. */
interface Headers {
    /** What the brace behind this header opens. */
    Opening opened(Header header, Around around);

    /** What a statement that ends without a brace defines: a field or a method without a body; else a block. */
    default Opening stated(Header header, Around around) {
        return Opening.BLOCK;
    }

    /**
     * Where a header stands.
     *
     * @param kind of the block around it; a block's at the top of the file
     * @param type the name of the nearest named type around it; empty if none
     * @param top whether no block is around it
     */
    record Around(Opening.Kind kind, String type, boolean top) {}

    static Headers of(Language language) {
        return switch (language) {
            case JAVA, CSHARP -> new JavaHeaders();
            case JAVASCRIPT, TYPESCRIPT -> new ScriptHeaders();
            case C -> new CHeaders();
            case SHELL -> new ShellHeaders();
            default -> new KeywordHeaders();
        };
    }
}
