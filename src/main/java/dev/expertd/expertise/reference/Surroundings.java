package dev.expertd.expertise.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What has been named on the way to a line: by its paragraph, its section and the headings above it; and what the whole
 * file is about.
 */
final class Surroundings {
    private static final Pattern SOURCES = Pattern.compile("^[>\\s*_-]*[Ss]ources?(?: files?)?\\b[*_\\s]*:");
    private static final Pattern GLOB =
            Pattern.compile("(?<![\\w/.*-])(?:[\\w.-]+/){0,16}(?:[\\w.-]*\\*\\*?[\\w.*/-]*)(?![\\w*])");
    private static final int REMEMBERED = 24;
    private static final int ABOUT = 60;

    /** A heading with what it names. */
    private record Heading(int level, List<String> paths, List<String> names) {}

    private final List<Heading> headings = new ArrayList<>();
    private final List<String> section = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();
    private final Set<String> about = new LinkedHashSet<>();

    void heading(int level, Tokens tokens) {
        headings.removeIf(heading -> heading.level() >= level);
        headings.add(new Heading(level, texts(tokens.paths()), texts(tokens.names())));
        section.clear();
        paragraph.clear();
    }

    void blank() {
        paragraph.clear();
    }

    void passed(String line, Tokens tokens) {
        if (SOURCES.matcher(line).find()) {
            Matcher glob = GLOB.matcher(line);
            while (glob.find() && about.size() < ABOUT) {
                if (glob.group().contains("/")) {
                    about.add(glob.group());
                }
            }
        }
        shown(tokens);
        for (Tokens.Token path : tokens.paths()) {
            remember(section, path.text());
            remember(paragraph, path.text());
        }
    }

    /** What a code fence shows is near to nothing, but tells what the file is about. */
    void shown(Tokens tokens) {
        tokens.paths().stream()
                .map(Tokens.Token::text)
                .filter(path -> !path.endsWith("/") && !path.endsWith(".md"))
                .limit(ABOUT - Math.min(ABOUT, about.size()))
                .forEach(about::add);
    }

    /** Paths and globs that the whole file names. */
    List<String> about() {
        return List.copyOf(about);
    }

    private static void remember(List<String> paths, String path) {
        paths.remove(path);
        paths.add(0, path);
        if (paths.size() > REMEMBERED) {
            paths.remove(REMEMBERED);
        }
    }

    /** Paths that something at this place of the line may be about, the likeliest group first. */
    List<List<String>> paths(Tokens tokens, int start) {
        List<List<String>> groups = new ArrayList<>();
        List<String> line = tokens.paths().stream()
                .sorted(Comparator.comparingInt(token -> distance(token, start)))
                .map(Tokens.Token::text)
                .toList();
        line.stream().limit(1).forEach(path -> groups.add(List.of(path)));
        add(groups, line);
        add(groups, paragraph);
        for (int i = headings.size() - 1; i >= 0; i--) {
            add(groups, headings.get(i).paths());
            if (i == headings.size() - 1) {
                add(groups, section);
            }
        }
        return groups;
    }

    /** Names that something at this place of the line may go by, the nearest first; without any, those of the heading. */
    List<String> names(Tokens tokens, int start) {
        List<String> line = tokens.names().stream()
                .sorted(Comparator.comparingInt(token -> distance(token, start)))
                .map(Tokens.Token::text)
                .distinct()
                .toList();
        if (!line.isEmpty() || headings.isEmpty()) {
            return line;
        }
        return headings.get(headings.size() - 1).names();
    }

    /** What stands before a place is nearer to it than what stands behind. */
    private static int distance(Tokens.Token token, int start) {
        return token.end() <= start ? start - token.end() : 10_000 + token.start() - start;
    }

    private static void add(List<List<String>> groups, List<String> paths) {
        if (!paths.isEmpty() && !groups.contains(paths)) {
            groups.add(List.copyOf(paths));
        }
    }

    private static List<String> texts(List<Tokens.Token> tokens) {
        return tokens.stream().map(Tokens.Token::text).distinct().toList();
    }
}
