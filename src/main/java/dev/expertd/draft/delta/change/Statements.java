package dev.expertd.draft.delta.change;

import dev.expertd.symbols.Language;
import dev.expertd.symbols.SourceText;
import java.util.List;

/** Cuts a source file into statements. */
final class Statements {
    private Statements() {}

    /** In the order of the file; linear in its length. */
    static List<Statement> of(SourceText source, Language language) {
        if (!language.isCode()) {
            return List.of();
        }
        return language.isIndented()
                ? new IndentStatements(source, language).read()
                : new BraceStatements(source, language).read();
    }

    /** Nothing but brackets and words that only open a block. */
    static boolean isEmpty(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isJavaIdentifierPart(text.charAt(i)) || text.charAt(i) == '"' || text.charAt(i) == '\'') {
                return false;
            }
        }
        return true;
    }
}
