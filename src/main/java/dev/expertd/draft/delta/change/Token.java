package dev.expertd.draft.delta.change;

/**
 * A word, literal or operator of a statement.
 *
 * @param start offset of its first character in the statement's text
 * @param end offset behind its last
 * @param member whether a dot stands next to it: then a reserved word of another language is a name
 */
public record Token(String text, int start, int end, boolean member) {
    public boolean isName() {
        return Character.isJavaIdentifierStart(text.charAt(0)) && !isKeyword();
    }

    public boolean isWord() {
        return Character.isJavaIdentifierStart(text.charAt(0));
    }

    public boolean isKeyword() {
        return Words.KEYWORDS.contains(text) && !(member && Words.SOFT.contains(text));
    }

    public boolean isString() {
        char c = text.charAt(0);
        return c == '"' || c == '\'' || c == '`';
    }

    public boolean isLiteral() {
        return isString() || Character.isDigit(text.charAt(0)) || Words.CONSTANTS.contains(text);
    }

    public boolean is(String other) {
        return text.equals(other);
    }
}
