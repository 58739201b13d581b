package dev.expertd.expertise;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLines;

/**
 * Where the headings and top-level lists of a Markdown document really are: what stands in a code fence is neither.
 *
 * <p>The text is decoded as ISO 8859-1, so that positions count bytes and every byte decodes. Only blocks are parsed:
 * what stands inside a line matters in headings alone.
 */
final class Outline {
    /** Nothing that people write nests deeper; without a bound, hostile text costs depth times length. */
    private static final int DEEPEST = 50;

    private static final Parser BLOCKS = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .inlineParserFactory(context -> new HeadingText())
            .build();
    private static final Parser INLINES = Parser.builder().build();
    private static final Pattern MARKUP = Pattern.compile("[*`<&\\[\\\\]|^_|_$");
    private static final int LONGEST_HEADING = 1_000;

    /** Keeps the text of a heading as it stands. */
    private static final class HeadingText implements InlineParser {
        @Override
        public void parse(SourceLines lines, Node node) {
            if (node instanceof org.commonmark.node.Heading) {
                node.appendChild(new Text(lines.getContent()));
            }
        }
    }

    /**
     * A heading.
     *
     * @param line from 0
     * @param last its last line; another one if it is underlined
     */
    record Heading(int line, int last, int level, String text) {}

    /**
     * An item of a top-level list.
     *
     * @param first from 0
     * @param last its last line, blank lines behind it left out
     * @param list number of its list in the document, from 0
     */
    record Item(int first, int last, int list, boolean numbered) {}

    /** A top-level block that is neither a heading nor a rule; lists are among them. */
    record Block(int first, int last) {}

    final List<Heading> headings = new ArrayList<>();
    final List<Item> items = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    private final Lines lines;
    private final int skip;

    /**
     * Reads the document behind its front matter.
     *
     * @param skip so many lines of front matter are not part of the document
     */
    Outline(Lines lines, int skip) {
        this.lines = lines;
        this.skip = skip;
        Node document = BLOCKS.parse(withoutLoneReturns(lines.from(skip)));
        int list = 0;
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node.getSourceSpans().isEmpty() || node instanceof ThematicBreak) {
                continue;
            }
            if (node instanceof org.commonmark.node.Heading heading) {
                headings.add(new Heading(first(node), lastFilled(node), heading.getLevel(), textOf(heading)));
                continue;
            }
            blocks.add(new Block(first(node), lastFilled(node)));
            if (node instanceof ListBlock) {
                for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                    if (item instanceof ListItem) {
                        items.add(new Item(first(item), lastFilled(item), list, node instanceof OrderedList));
                    }
                }
                list++;
            }
        }
    }

    /** The last line that belongs to a heading: before the next one of the same or a higher level. */
    int endOf(Heading heading) {
        return headings.stream()
                        .filter(next -> next.line() > heading.line() && next.level() <= heading.level())
                        .findFirst()
                        .map(Heading::line)
                        .orElse(lines.count())
                - 1;
    }

    /** The last line before the next heading, of whatever level. */
    int endOfText(Heading heading) {
        return headings.stream()
                        .filter(next -> next.line() > heading.line())
                        .findFirst()
                        .map(Heading::line)
                        .orElse(lines.count())
                - 1;
    }

    List<Item> itemsBetween(int first, int last) {
        return items.stream()
                .filter(item -> item.first() >= first && item.first() <= last)
                .toList();
    }

    Optional<Block> lastBlockBetween(int first, int last) {
        return blocks.stream()
                .filter(block -> block.first() >= first && block.first() <= last)
                .reduce((one, other) -> other);
    }

    /** The nearest heading above a line. */
    Optional<Heading> above(int line) {
        int first = 0;
        int end = headings.size();
        while (first < end) {
            int middle = (first + end) / 2;
            if (headings.get(middle).line() < line) {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        return first == 0 ? Optional.empty() : Optional.of(headings.get(first - 1));
    }

    private int first(Node node) {
        return skip + node.getSourceSpans().get(0).getLineIndex();
    }

    private int lastFilled(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        int last = Math.min(skip + spans.get(spans.size() - 1).getLineIndex(), lines.count() - 1);
        while (last > first(node) && lines.isBlank(last)) {
            last--;
        }
        return last;
    }

    /** A carriage return by itself ends a line in Markdown, but not in git, in editors or here. */
    private static String withoutLoneReturns(String text) {
        if (text.indexOf('\r') < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < result.length(); i++) {
            if (result.charAt(i) == '\r' && (i + 1 == result.length() || result.charAt(i + 1) != '\n')) {
                result.setCharAt(i, ' ');
            }
        }
        return result.toString();
    }

    private static String textOf(Node heading) {
        String raw = heading.getFirstChild() instanceof Text text ? text.getLiteral() : "";
        String plain = raw.length() <= LONGEST_HEADING && MARKUP.matcher(raw).find() ? unmarked(raw) : raw;
        return new String(plain.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }

    private static String unmarked(String raw) {
        StringBuilder text = new StringBuilder();
        INLINES.parse(raw).accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(Code node) {
                text.append(node.getLiteral());
            }
        });
        return text.toString();
    }
}
