package dev.expertd.model;

import java.util.Objects;

/**
 * A test as a run names it.
 *
 * @param id stable across runs: a hash of format family, suite and name, without run-specific parts
 * @param name the test's own name, as printed
 * @param suite class, suite or package; empty when the format has none
 * @param file where the test stands, relative to the repository; empty when unknown
 */
public record TestCase(String id, String name, String suite, String file) {
    public TestCase {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(suite, "suite");
        Objects.requireNonNull(file, "file");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a test needs an id");
        }
    }
}
