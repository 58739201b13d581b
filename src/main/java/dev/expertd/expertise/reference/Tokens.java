package dev.expertd.expertise.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths and names in one line of Markdown.
 *
 * @param paths what is written like a path, from left to right; whether it is one the repository knows
 * @param names identifiers: all in backticks, outside of them only those that no word of prose looks like
 * @param calls names in backticks with their brackets, such as {@code run()}
 * @param isGenerous if the line has no name, any word counts, as in headings and tables, which do not set all names in
 *     backticks
 */
record Tokens(List<Token> paths, List<Token> names, List<Token> calls, boolean isGenerous) {
    private static final String SEGMENT = "(?:[\\w.@+-]+|\\[\\[?\\.{0,3}[\\w-]+]?]|\\([\\w-]+\\))";
    private static final String ENDING =
            "(?:py|pyi|ipynb|java|kts?|scala|groovy|gradle|go|rs|rb|php|cs|fs|c|h|cc|cpp|cxx|hh|hpp|m|mm|swift|dart|js|jsx"
                    + "|mjs|cjs|ts|tsx|mts|cts|vue|svelte|astro|sh|bash|zsh|fish|ps1|bat|cmd|ya?ml|json[lc5]?|toml|xml|html?"
                    + "|css|scss|less|sql|mdx?|rst|txt|ini|cfg|conf|env|properties|tf|tfvars|hcl|proto|graphql|lock|csv|exs?"
                    + "|erl|lua|r|jl|pl|pm|zig|nix|cmake|mk|dockerfile|j2|jinja2?|tmpl|tpl|svg|excalidraw)";
    private static final String BARE_NAME = "(?:Dockerfile|Makefile|[Jj]ustfile|Jenkinsfile|Procfile|Gemfile|Rakefile"
            + "|Vagrantfile|Caddyfile|Brewfile|Tiltfile|CODEOWNERS|BUILD|WORKSPACE)(?:\\.[a-z]\\w*)?";
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w./@:~\\\\$*{}-])(?:\\./)?((?:" + SEGMENT + "/){0,16}(?:[\\w.@+-]*\\w\\." + ENDING
                    + "|" + BARE_NAME + ")(?![\\w/*]|\\.\\w|-\\w)|(?:" + SEGMENT + "/){2,16}(?![\\w*{<$\\[(]))");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w./$-])[A-Za-z_$][\\w$]*(?:(?:\\.|::)[A-Za-z_$][\\w$]*){0,16}");
    private static final Pattern TELLING = Pattern.compile(
            "_*[A-Za-z0-9]+_\\w+|_\\w{2,}|[a-z]+[a-z0-9]*[A-Z]\\w*|[A-Z][a-z0-9]+[A-Z]\\w*|[A-Z]{2,}[A-Z0-9_]{2,}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Set<String> ANNOUNCING = Set.of("line", "lines", "Line", "Lines");
    private static final int SHORTEST_NAME = 3;

    /**
     * A piece of the line.
     *
     * @param end behind its last character
     */
    record Token(int start, int end, String text) {}

    static Tokens of(String line) {
        return of(line, false);
    }

    static Tokens generous(String line) {
        return of(line, true);
    }

    private static Tokens of(String line, boolean generous) {
        List<Token> paths = new ArrayList<>();
        Matcher path = PATH.matcher(line);
        while (path.find()) {
            paths.add(new Token(path.start(1), path.end(1), path.group(1)));
        }
        List<Token> names = new ArrayList<>();
        List<Token> words = new ArrayList<>();
        List<Token> calls = new ArrayList<>();
        List<Token> code = code(line);
        Matcher name = NAME.matcher(line);
        while (name.find()) {
            Token token = new Token(name.start(), name.end(), name.group());
            boolean inCode = code.stream().anyMatch(span -> isWithin(token, span));
            boolean called = name.end() < line.length() && line.charAt(name.end()) == '(';
            boolean announces = ANNOUNCING.contains(token.text());
            if (announces
                    || token.text().length() < SHORTEST_NAME
                    || paths.stream().anyMatch(each -> isWithin(token, each))) {
                continue;
            }
            if (inCode || called || TELLING.matcher(token.text()).matches()) {
                names.add(token);
            } else if (generous) {
                words.add(token);
            }
            if (inCode && called && code.stream().anyMatch(span -> span.start() == token.start())) {
                calls.add(token);
            }
        }
        return new Tokens(paths, names.isEmpty() ? words : names, calls, generous);
    }

    /** The line without what a correction may change. */
    String statement(String line) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Token path : paths) {
            rest.append(line, from, path.start());
            from = path.end();
        }
        rest.append(line, from, line.length());
        return DIGITS.matcher(rest).replaceAll("");
    }

    /** What stands in backticks: between two runs of the same length, and none of that length in between. */
    private static List<Token> code(String line) {
        List<Token> spans = new ArrayList<>();
        int open = line.indexOf('`');
        while (open >= 0) {
            int start = endOfRun(line, open);
            int close = closing(line, start, start - open);
            if (close > 0) {
                spans.add(new Token(start, close, line.substring(start, close)));
            }
            open = line.indexOf('`', close > 0 ? endOfRun(line, close) : start);
        }
        return spans;
    }

    private static int closing(String line, int from, int length) {
        for (int at = line.indexOf('`', from); at >= 0; at = line.indexOf('`', endOfRun(line, at))) {
            if (endOfRun(line, at) - at == length) {
                return at;
            }
        }
        return -1;
    }

    private static int endOfRun(String line, int start) {
        int end = start;
        while (end < line.length() && line.charAt(end) == '`') {
            end++;
        }
        return end;
    }

    private static boolean isWithin(Token inner, Token outer) {
        return inner.start() >= outer.start() && inner.end() <= outer.end();
    }
}
