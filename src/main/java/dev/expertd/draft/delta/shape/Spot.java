package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Token;
import dev.expertd.draft.delta.change.TokenDiff;
import dev.expertd.draft.delta.change.Tokens;
import java.util.List;
import java.util.Optional;

/** One changed place inside a statement. */
record Spot(Rewrite rewrite, TokenDiff.Change change) {
    private static final int MOST_STATEMENTS = 200;

    Tokens old() {
        return rewrite.old();
    }

    Tokens now() {
        return rewrite.now();
    }

    Scene scene() {
        return rewrite.scene();
    }

    String oldText() {
        return old().slice(change.oldFrom(), change.oldTo());
    }

    String newText() {
        return now().slice(change.newFrom(), change.newTo());
    }

    /** Whether one token took the place of one. */
    boolean isSingle() {
        return change.oldTo() - change.oldFrom() == 1 && change.newTo() - change.newFrom() == 1;
    }

    Token oldToken() {
        return old().get(change.oldFrom());
    }

    Token newToken() {
        return now().get(change.newFrom());
    }

    String before() {
        return now().at(change.newFrom() - 1);
    }

    String behind() {
        return now().at(change.newTo());
    }

    /** The call whose arguments the place is in, as the statement is now. */
    Optional<String> call() {
        return Syntax.callAround(now(), change.newFrom());
    }

    String newOperand() {
        return Syntax.operand(now(), change.newFrom(), change.newTo());
    }

    String oldOperand() {
        return Syntax.operand(old(), change.oldFrom(), change.oldTo());
    }

    boolean inCondition() {
        return Syntax.isCondition(now());
    }

    /** Whether these tokens stood in a statement that is gone: then they were moved here, not added. */
    boolean cameFromElsewhere(String code) {
        return stands(code, scene().symbol().removed(), rewrite.before());
    }

    /** Whether these tokens stand in another statement that came in: then they were moved, not dropped. */
    boolean wentElsewhere(String code) {
        return stands(code, scene().symbol().added(), rewrite.after());
    }

    private static boolean stands(String code, List<Statement> statements, Statement except) {
        String wanted = squeezed(code);
        return statements.stream()
                .limit(MOST_STATEMENTS)
                .filter(statement -> !statement.equals(except))
                .anyMatch(statement -> squeezed(statement.text()).contains(wanted));
    }

    private static String squeezed(String code) {
        StringBuilder text = new StringBuilder(" ");
        Tokens.of(code).all().forEach(token -> text.append(token.text()).append(' '));
        return text.toString();
    }
}
