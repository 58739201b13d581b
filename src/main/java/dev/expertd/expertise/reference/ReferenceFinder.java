package dev.expertd.expertise.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds every reference in an expertise file: {@code path:12}, {@code (~line 681)}, {@code lines 187-195}, numbers in
 * the column of a table that is headed so, paths, and {@code symbol()} in backticks.
 *
 * <p>What only looks like one ({@code node:20-alpine}, {@code localhost:3000}, a time, a slice) names no file, or one
 * that the repository never had. Front matter holds none; in a code fence only paths count, since what else stands there
 * is an example.
 */
public final class ReferenceFinder {
    private static final int LONGEST_LINE = 4_000;
    private static final int MOST = 5_000;

    /** So many characters at most stand between {@code `name`} and the number in {@code (~line 12)}. */
    private static final int TIED = 14;

    private static final Pattern HEADING = Pattern.compile("^ {0,3}(#{1,6})[ \\t]");

    private final List<Reference> references = new ArrayList<>();
    private final Set<Reference> bound = new HashSet<>();
    private final Surroundings around = new Surroundings();
    private final Fences fences = new Fences();
    private List<String> headerCells = List.of();
    private String statement = "";

    private ReferenceFinder() {}

    /** The references of a file, in their order; of more than 5,000 the first. */
    public static List<Reference> find(byte[] file) {
        ReferenceFinder finder = new ReferenceFinder();
        String[] lines = new String(file, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = frontMatter(lines); i < lines.length && finder.references.size() < MOST; i++) {
            if (lines[i].length() <= LONGEST_LINE) {
                finder.read(i, lines[i], i + 1 < lines.length ? lines[i + 1] : "");
            }
        }
        List<String> about = finder.around.about();
        return finder.references.stream()
                .map(reference -> finder.bound.contains(reference) ? reference : reference.in(about))
                .toList();
    }

    /** What of a file is not looked at, in words; empty if all of it is. */
    public static Optional<String> leftOut(byte[] file, int found) {
        if (found >= MOST) {
            return Optional.of("only the first " + MOST + " references are looked at; split the file");
        }
        List<Integer> numbers = new ArrayList<>();
        String[] lines = new String(file, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].length() > LONGEST_LINE) {
                numbers.add(i + 1);
            }
        }
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of((numbers.size() == 1 ? "line " + numbers.get(0) + " is" : numbers.size() + " lines are")
                        + " longer than " + LONGEST_LINE + " bytes and not looked at; wrap "
                        + (numbers.size() == 1 ? "it" : "them"));
    }

    /** So many lines of front matter stand at the top. */
    private static int frontMatter(String[] lines) {
        if (!lines[0].replace("\u00ef\u00bb\u00bf", "").strip().equals("---")) {
            return 0;
        }
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].strip().equals("---")) {
                return i + 1;
            }
        }
        return 0;
    }

    private void read(int number, String line, String next) {
        if (fences.holds(line)) {
            Tokens fenced = Tokens.of(line);
            statement = fenced.statement(line);
            fenced.paths().forEach(path -> addPath(number, path));
            around.shown(fenced);
            return;
        }
        Matcher heading = HEADING.matcher(line);
        boolean isHeading = heading.find();
        Tokens tokens = isHeading || Table.isRow(line) ? Tokens.generous(line) : Tokens.of(line);
        if (isHeading) {
            around.heading(heading.group(1).length(), Tokens.of(line));
            headerCells = List.of();
        } else if (line.isBlank()) {
            around.blank();
            headerCells = List.of();
        } else if (Table.isRow(line) && Table.isDelimiter(next)) {
            headerCells = Table.cells(line).stream()
                    .map(cell -> line.substring(cell.start(), cell.end()))
                    .toList();
        }
        statement = tokens.statement(line);
        List<Numbers.Found> taken = new ArrayList<>();
        for (Tokens.Token path : tokens.paths()) {
            addPath(number, path);
            for (Numbers.Found found : Numbers.behindPath(line, path.end())) {
                taken.add(found);
                if (!Numbers.isTale(line, path.start())) {
                    addBehind(number, tokens, found, path);
                }
            }
        }
        for (Numbers.Found found : Numbers.worded(line)) {
            if (isFree(found, taken)) {
                taken.add(found);
                if (!Numbers.isTale(line, found.start())) {
                    Reference.Strength strength = isHeading
                            ? Reference.Strength.FIRM
                            : Numbers.isFormal(line, found) ? byOwnPath(tokens) : Reference.Strength.WEAK;
                    add(number, tokens, found, around.paths(tokens, found.start()), strength);
                }
            }
        }
        addCells(number, line, tokens, taken);
        for (Tokens.Token call : tokens.calls()) {
            references.add(new Reference(
                    Reference.Kind.SYMBOL,
                    number,
                    call.start(),
                    call.text(),
                    0,
                    0,
                    List.of(call.text()),
                    around.paths(tokens, call.start()),
                    List.of(),
                    false,
                    Reference.Strength.WEAK,
                    statement));
        }
        around.passed(line, tokens);
    }

    private void addCells(int number, String line, Tokens tokens, List<Numbers.Found> taken) {
        if (headerCells.isEmpty() || !Table.isRow(line)) {
            return;
        }
        List<Table.Cell> cells = Table.cells(line);
        for (int i = 0; i < Math.min(cells.size(), headerCells.size()); i++) {
            String header = headerCells.get(i);
            if (Table.isPosition(header)) {
                for (Numbers.Found found :
                        Numbers.cell(line, cells.get(i).start(), cells.get(i).end())) {
                    if (isFree(found, taken)) {
                        add(
                                number,
                                tokens,
                                found,
                                around.paths(tokens, found.start()),
                                Table.maySaySize(header) ? Reference.Strength.WEAK : byOwnPath(tokens));
                    }
                }
            }
        }
    }

    private static Reference.Strength byOwnPath(Tokens tokens) {
        return tokens.paths().isEmpty() ? Reference.Strength.LOOSE : Reference.Strength.FIRM;
    }

    /** {@code a.py#L12} is one reference, though {@code L12} alone would be one too. */
    private static boolean isFree(Numbers.Found found, List<Numbers.Found> taken) {
        return taken.stream().noneMatch(other -> other.start() < found.end() && found.start() < other.end());
    }

    private void addPath(int number, Tokens.Token path) {
        references.add(Reference.path(number, path.start(), path.text(), statement));
    }

    /** Means that file alone, whatever else the expertise file is about. */
    private void addBehind(int number, Tokens tokens, Numbers.Found found, Tokens.Token path) {
        boolean tied = tokens.isGenerous()
                || tokens.names().stream()
                        .anyMatch(name -> name.end() <= path.start() && path.start() - name.end() <= TIED);
        Reference reference = new Reference(
                Reference.Kind.LINES,
                number,
                found.start(),
                found.text(),
                found.first(),
                found.last(),
                around.names(tokens, path.start()),
                List.of(List.of(path.text())),
                List.of(),
                tied,
                Reference.Strength.FIRM,
                statement);
        bound.add(reference);
        references.add(reference);
    }

    private void add(
            int number, Tokens tokens, Numbers.Found found, List<List<String>> paths, Reference.Strength strength) {
        boolean tied = tokens.isGenerous()
                || tokens.names().stream()
                        .anyMatch(name -> name.end() <= found.start() && found.start() - name.end() <= TIED);
        references.add(new Reference(
                Reference.Kind.LINES,
                number,
                found.start(),
                found.text(),
                found.first(),
                found.last(),
                around.names(tokens, found.start()),
                paths,
                List.of(),
                tied,
                strength,
                statement));
    }
}
