package dev.expertd.symbols;

import dev.expertd.symbols.Lexis.Trait;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Takes comments and the contents of literals out of a text. One pass from left to right.
 */
final class Blanker {
    /** So many empty lines nobody writes: text is missing there, perhaps the beginning of a string. */
    private static final String GAP = "\n".repeat(12);

    private final Lexis lexis;
    private final char[] text;
    private final char[] uncommented;
    private final char[] bare;
    private final boolean[] special = new boolean[128];
    private final Templates templates;
    private final boolean cut;
    private final BitSet quotedBreaks = new BitSet();
    private final BitSet unclosed = new BitSet();

    /** The last character that was code and no space; tells a division from a regular expression. */
    private int lastCode = -1;

    Blanker(Lexis lexis, String source) {
        this.lexis = lexis;
        text = source.toCharArray();
        uncommented = source.toCharArray();
        bare = source.toCharArray();
        templates = new Templates(text);
        cut = lexis.triple() && source.contains(GAP);
        lexis.lineComments().forEach(mark -> special[mark.charAt(0)] = true);
        (lexis.quotes() + lexis.longQuotes()).chars().forEach(quote -> special[quote] = true);
        special['/'] |= lexis.blocks();
        special['`'] |= lexis.has(Trait.SCRIPT);
        special['#'] |= lexis.has(Trait.PREPROCESSOR);
    }

    SourceText blank() {
        int i = 0;
        while (i < text.length) {
            char c = text[i];
            if (c >= 128 || !special[c]) {
                if (c > ' ') {
                    lastCode = i;
                }
                i++;
                continue;
            }
            i = specialAt(i, c);
        }
        return new SourceText(new String(text), new String(uncommented), new String(bare), quotedBreaks);
    }

    private int specialAt(int i, char c) {
        if (lexis.blocks() && starts("/*", i)) {
            return comment(i, closed('*', i, () -> Scan.blockCommentEnd(text, i, lexis.nested())));
        }
        if (isLineComment(i, c)) {
            return comment(i, Scan.lineEnd(text, i));
        }
        if (c == '#' && lexis.has(Trait.PREPROCESSOR) && Scan.isFirstOfLine(text, i)) {
            return comment(i, Scan.directiveEnd(text, i));
        }
        int raw = c == '"' ? rawEnd(i) : 0;
        if (raw > 0) {
            return literal(i, raw, 1);
        }
        if (lexis.triple() && Scan.isTriple(text, i)) {
            if (cut && Scan.endsWhatIsMissing(text, i)) {
                return i + 3;
            }
            return literal(i, closed(c == '"' ? 'D' : 'S', i, () -> Scan.tripleEnd(text, i)), 3);
        }
        if (c == '`' && lexis.has(Trait.SCRIPT)) {
            return literal(i, closed(c, i, () -> templates.end(i)), 1);
        }
        if (c == '\'' && lexis.has(Trait.LIFETIMES) && !Scan.isCharLiteral(text, i)) {
            return i + 1;
        }
        if (lexis.longQuotes().indexOf(c) >= 0) {
            boolean escapes = !lexis.has(Trait.RAW_LONG_QUOTES);
            return literal(i, closed(c, i, () -> Scan.quoteEnd(text, i, true, escapes)), 1);
        }
        if (lexis.quotes().indexOf(c) >= 0) {
            return literal(i, Scan.quoteEnd(text, i, false, true), 1);
        }
        if (c == '/' && lexis.has(Trait.SCRIPT) && regexMayStandHere()) {
            int end = Scan.regexEnd(text, i);
            if (end > 0) {
                return literal(i, end, 1);
            }
        }
        lastCode = i;
        return i + 1;
    }

    /** Behind a text whose own marks say where it ends; 0 if none begins here. */
    private int rawEnd(int quote) {
        if (unclosed.get('R')) {
            return 0;
        }
        int end = lexis.has(Lexis.Trait.RAW_RUST)
                ? RawText.rustEnd(text, quote)
                : lexis.has(Lexis.Trait.RAW_CPP)
                        ? RawText.cppEnd(text, quote)
                        : lexis.has(Lexis.Trait.VERBATIM) ? RawText.verbatimEnd(text, quote) : 0;
        if (end < 0) {
            unclosed.set('R');
        }
        return Math.max(0, end);
    }

    /**
     * What may span lines but is never closed ends with its line, as in a file that was cut. Then nothing of the kind is
     * closed any more behind it, so that it is looked for only once.
     */
    private int closed(char kind, int from, IntSupplier scan) {
        int end = unclosed.get(kind) ? -1 : scan.getAsInt();
        if (end >= 0) {
            return end;
        }
        unclosed.set(kind);
        return Scan.lineEnd(text, from);
    }

    private boolean isLineComment(int i, char c) {
        List<String> marks = lexis.lineComments();
        for (String mark : marks) {
            if (starts(mark, i)) {
                boolean word = c == '#' && lexis.has(Trait.HASH_AFTER_SPACE) && i > 0 && text[i - 1] > ' ';
                return !word;
            }
        }
        return false;
    }

    private boolean regexMayStandHere() {
        if (lastCode < 0 || "(,=:[!&|?{};+-*%<>~^".indexOf(text[lastCode]) >= 0) {
            return true;
        }
        int start = lastCode;
        while (start >= 0 && lastCode - start < 12 && Character.isJavaIdentifierPart(text[start])) {
            start--;
        }
        String word = new String(text, start + 1, lastCode - start);
        return List.of("return", "typeof", "case", "in", "of", "do", "else", "void", "delete", "throw")
                .contains(word);
    }

    private int comment(int from, int to) {
        wipe(uncommented, from, to);
        wipe(bare, from, to);
        return to;
    }

    private int literal(int from, int to, int quotes) {
        wipe(bare, Math.min(from + quotes, to), Math.max(from + quotes, to - quotes));
        for (int i = from; i < to; i++) {
            if (text[i] == '\n') {
                quotedBreaks.set(i);
            }
        }
        lastCode = Math.max(from, to - 1);
        return to;
    }

    private static void wipe(char[] target, int from, int to) {
        for (int i = from; i < to && i < target.length; i++) {
            if (target[i] != '\n' && target[i] != '\r') {
                target[i] = ' ';
            }
        }
    }

    private boolean starts(String mark, int at) {
        for (int i = 0; i < mark.length(); i++) {
            if (at + i >= text.length || text[at + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
