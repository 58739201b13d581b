package dev.expertd.trace.agent;

import dev.expertd.model.Failure;
import dev.expertd.trace.failure.PrintedFailure;
import dev.expertd.trace.format.ShortText;

/** The error that a program tells in its own words with the trace of its stack, in one text or in two. */
final class ToldError {
    private ToldError() {}

    /**
     * The failure: what the stack ends in says more than the words before it, which often are the same once more in the
     * notation of the language.
     */
    static Failure of(String words, String stack) {
        String told = ShortText.printed(words).strip();
        String body = ShortText.printed(stack.isBlank() ? words : stack);
        Failure printed = PrintedFailure.completed(new Failure("", "", body));
        if (!printed.message().isBlank() || !printed.type().isBlank()) {
            return printed;
        }
        return PrintedFailure.completed(new Failure("", told, body));
    }
}
