package dev.expertd.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Results of a run that is still read. What they are so far can be told again and again at next to no cost: they stand in
 * parts, and only a part that changes after it was told is copied.
 */
public final class GrowingResults {
    private TestResult[][] parts;
    private final BitSet own = new BitSet();
    private int size;

    public GrowingResults() {
        this(new TestResult[1][], 0);
    }

    private GrowingResults(TestResult[][] parts, int size) {
        this.parts = parts;
        this.size = size;
    }

    public int size() {
        return size;
    }

    public TestResult get(int index) {
        Objects.checkIndex(index, size);
        return parts[index >> Results.SHIFT][index & Results.PART - 1];
    }

    public void add(TestResult result) {
        int part = size >> Results.SHIFT;
        if (part == parts.length) {
            parts = Arrays.copyOf(parts, 2 * part);
        }
        if (size % Results.PART == 0) {
            parts[part] = new TestResult[Results.PART];
            own.set(part);
        }
        size++;
        set(size - 1, result);
    }

    /** Puts a result in the place of another one. */
    public void set(int index, TestResult result) {
        Objects.checkIndex(index, size);
        int part = index >> Results.SHIFT;
        if (!own.get(part)) {
            parts[part] = parts[part].clone();
            own.set(part);
        }
        parts[part][index & Results.PART - 1] = Objects.requireNonNull(result, "result");
    }

    /** The results so far, which stay as they are whatever is added or put later. */
    public List<TestResult> soFar() {
        own.clear();
        return new Results(parts(), size);
    }

    /** The same results, which go their own way from here. */
    public GrowingResults copy() {
        own.clear();
        return new GrowingResults(size == 0 ? new TestResult[1][] : parts(), size);
    }

    private TestResult[][] parts() {
        return Arrays.copyOf(parts, size + Results.PART - 1 >> Results.SHIFT);
    }
}
