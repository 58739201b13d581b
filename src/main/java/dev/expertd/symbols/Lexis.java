package dev.expertd.symbols;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a language writes what is not code.
 *
 * @param lineComments what begins a comment up to the line's end
 * @param blocks whether {@code /*} begins a comment
 * @param nested whether such comments nest
 * @param quotes characters that quote up to the line's end
 * @param longQuotes characters that quote over lines
 * @param triple whether three quotes in a row quote over lines
 * @param traits what else is special
 */
record Lexis(
        List<String> lineComments,
        boolean blocks,
        boolean nested,
        String quotes,
        String longQuotes,
        boolean triple,
        List<Trait> traits) {
    enum Trait {
        /** Back-quoted text with code in it; slashes that are no division. */
        SCRIPT,
        /** {@code #} is a comment only at the start of a word. */
        HASH_AFTER_SPACE,
        /** A line that starts with {@code #} is the preprocessor's. */
        PREPROCESSOR,
        /** {@code 'a} without a second quote is a lifetime. */
        LIFETIMES,
        /** A back-slash in a long quote is itself. */
        RAW_LONG_QUOTES,
        /** {@code r#"..."#}. */
        RAW_RUST,
        /** {@code R"mark(...)mark"}. */
        RAW_CPP,
        /** {@code @"..."}. */
        VERBATIM
    }

    private static final Map<Language, Lexis> ALL = new EnumMap<>(Language.class);

    static {
        List<String> slashes = List.of("//");
        List<String> hash = List.of("#");
        ALL.put(Language.JAVA, new Lexis(slashes, true, false, "\"'", "", true, List.of()));
        ALL.put(Language.KOTLIN, new Lexis(slashes, true, true, "\"'", "", true, List.of()));
        ALL.put(
                Language.CSHARP,
                new Lexis(slashes, true, false, "\"'", "", true, List.of(Trait.PREPROCESSOR, Trait.VERBATIM)));
        ALL.put(
                Language.C,
                new Lexis(slashes, true, false, "\"'", "", false, List.of(Trait.PREPROCESSOR, Trait.RAW_CPP)));
        ALL.put(Language.GO, new Lexis(slashes, true, false, "\"'", "`", false, List.of(Trait.RAW_LONG_QUOTES)));
        ALL.put(
                Language.RUST,
                new Lexis(slashes, true, true, "'", "\"", false, List.of(Trait.LIFETIMES, Trait.RAW_RUST)));
        ALL.put(Language.PHP, new Lexis(List.of("//", "#"), true, false, "", "\"'", false, List.of()));
        ALL.put(Language.JAVASCRIPT, new Lexis(slashes, true, false, "\"'", "", false, List.of(Trait.SCRIPT)));
        ALL.put(Language.TYPESCRIPT, ALL.get(Language.JAVASCRIPT));
        ALL.put(Language.PYTHON, new Lexis(hash, false, false, "\"'", "", true, List.of()));
        ALL.put(Language.RUBY, new Lexis(hash, false, false, "\"'", "", false, List.of(Trait.HASH_AFTER_SPACE)));
        ALL.put(Language.SHELL, new Lexis(hash, false, false, "", "\"'", false, List.of(Trait.HASH_AFTER_SPACE)));
        ALL.put(Language.YAML, new Lexis(hash, false, false, "", "", false, List.of(Trait.HASH_AFTER_SPACE)));
        ALL.put(Language.TOML, new Lexis(hash, false, false, "\"'", "", true, List.of()));
        ALL.put(Language.JSON, new Lexis(List.of(), false, false, "\"", "", false, List.of()));
        ALL.put(Language.OTHER, new Lexis(List.of(), false, false, "", "", false, List.of()));
    }

    static Lexis of(Language language) {
        Lexis lexis = ALL.get(language);
        if (lexis == null) {
            throw new IllegalArgumentException("no lexis for " + language);
        }
        return lexis;
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
