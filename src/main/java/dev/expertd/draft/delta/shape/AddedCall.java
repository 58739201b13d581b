package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A call that came in. */
final class AddedCall implements AddedShape {
    private static final Pattern RECORDS = Pattern.compile(
            "(?i)(?:.*\\.)?(?:log(?:ger|ging)?|console)\\.\\w+|(?:.*\\.)?(?:print|println|printf|debug|trace|warn)");

    @Override
    public Optional<Phrase> read(Statement statement, Scene scene) {
        Tokens tokens = Tokens.of(statement.text());
        if (statement.opens() || Syntax.isCondition(tokens)) {
            return Optional.empty();
        }
        return Syntax.called(tokens).map(call -> {
            String code = Quote.code(tokens.text()).orElseGet(() -> withArgument(call, tokens, scene));
            return Phrase.of(recordsOnly(call) ? 48 : 68, "call-added", "also call " + code);
        });
    }

    /** What is written to a log repairs nothing. */
    static boolean recordsOnly(String call) {
        return RECORDS.matcher(call).matches();
    }

    /** A long call: its function, and what it is given that tells most. */
    private static String withArgument(String call, Tokens tokens, Scene scene) {
        Set<String> names = tokens.names();
        names.removeAll(Tokens.of(call).names());
        List<String> telling = scene.rarest(names, 1);
        return Quote.name(call) + (telling.isEmpty() ? "" : " with " + Quote.all(telling));
    }
}
