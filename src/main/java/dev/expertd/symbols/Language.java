package dev.expertd.symbols;

import java.util.Locale;
import java.util.Map;

/** The languages whose definitions are known, told by file name. */
public enum Language {
    JAVA,
    JAVASCRIPT,
    TYPESCRIPT,
    PYTHON,
    GO,
    KOTLIN,
    CSHARP,
    C,
    RUST,
    PHP,
    RUBY,
    SHELL,
    YAML,
    JSON,
    TOML,
    OTHER;

    private static final Map<String, Language> BY_ENDING = Map.ofEntries(
            Map.entry("java", JAVA),
            Map.entry("groovy", JAVA),
            Map.entry("gradle", JAVA),
            Map.entry("js", JAVASCRIPT),
            Map.entry("jsx", JAVASCRIPT),
            Map.entry("mjs", JAVASCRIPT),
            Map.entry("cjs", JAVASCRIPT),
            Map.entry("ts", TYPESCRIPT),
            Map.entry("tsx", TYPESCRIPT),
            Map.entry("mts", TYPESCRIPT),
            Map.entry("cts", TYPESCRIPT),
            Map.entry("py", PYTHON),
            Map.entry("pyi", PYTHON),
            Map.entry("go", GO),
            Map.entry("kt", KOTLIN),
            Map.entry("kts", KOTLIN),
            Map.entry("cs", CSHARP),
            Map.entry("c", C),
            Map.entry("h", C),
            Map.entry("cc", C),
            Map.entry("cpp", C),
            Map.entry("cxx", C),
            Map.entry("hpp", C),
            Map.entry("hh", C),
            Map.entry("rs", RUST),
            Map.entry("php", PHP),
            Map.entry("rb", RUBY),
            Map.entry("sh", SHELL),
            Map.entry("bash", SHELL),
            Map.entry("yml", YAML),
            Map.entry("yaml", YAML),
            Map.entry("json", JSON),
            Map.entry("toml", TOML));

    /** By the ending of the path's last segment; {@link #OTHER} where nothing is known. */
    public static Language of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return BY_ENDING.getOrDefault(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), OTHER);
    }

    /** A language in which behaviour is written, as opposed to data and text. */
    public boolean isCode() {
        return this != OTHER && !isKeyed();
    }

    /** Blocks are what is indented further, not what stands in braces. */
    public boolean isIndented() {
        return this == PYTHON || this == RUBY;
    }

    /** Holds keys and values. */
    public boolean isKeyed() {
        return this == YAML || this == JSON || this == TOML;
    }

    public boolean isScript() {
        return this == JAVASCRIPT || this == TYPESCRIPT;
    }

    /** A line's end ends a statement (not only where a semicolon says so). */
    public boolean endsStatementsAtLineEnd() {
        return isScript() || this == GO || this == KOTLIN || this == SHELL;
    }
}
