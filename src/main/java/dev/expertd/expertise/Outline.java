package dev.expertd.expertise;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Where the headings and top-level lists of a Markdown document really are: what stands in a code fence is neither.
 *
 * <p>The text is decoded as ISO 8859-1, so that positions count bytes and every byte decodes.
 */
final class Outline {
    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    /**
     * A heading.
     *
     * @param line from 0
     */
    record Heading(int line, int level, String text) {}

    /**
     * An item of a top-level bullet list.
     *
     * @param first from 0
     * @param last its last line, blank lines behind it left out
     */
    record Item(int first, int last) {}

    final List<Heading> headings = new ArrayList<>();
    final List<Item> items = new ArrayList<>();

    /**
     * Reads the document behind its front matter.
     *
     * @param skip so many lines of front matter are not part of the document
     */
    Outline(byte[] bytes, int skip) {
        Lines lines = new Lines(bytes);
        StringBuilder text = new StringBuilder(bytes.length);
        for (int i = 0; i < lines.count(); i++) {
            text.append(i < skip ? "\n" : new String(lines.raw(i), StandardCharsets.ISO_8859_1));
        }
        Node document = PARSER.parse(text.toString());
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof org.commonmark.node.Heading heading) {
                headings.add(new Heading(first(node), heading.getLevel(), textOf(heading)));
            } else if (node instanceof BulletList) {
                for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                    if (item instanceof ListItem) {
                        items.add(new Item(first(item), lastFilled(lines, item)));
                    }
                }
            }
        }
    }

    private static int first(Node node) {
        return node.getSourceSpans().get(0).getLineIndex();
    }

    private static int lastFilled(Lines lines, Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        int last = spans.get(spans.size() - 1).getLineIndex();
        while (last > first(node) && lines.isBlank(last)) {
            last--;
        }
        return last;
    }

    private static String textOf(Node heading) {
        StringBuilder text = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(Code node) {
                text.append(node.getLiteral());
            }
        });
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }
}
