package dev.expertd.model;

import java.util.Objects;

/**
 * Why a test failed, in the words of its runner.
 *
 * @param type exception or error type; empty when the format has none
 * @param message the message; empty when the format has none
 * @param body everything else that was printed: stack, assertion diff, log tail; bounded by the reader
 */
public record Failure(String type, String message, String body) {
    public Failure {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(body, "body");
    }
}
