package dev.expertd.model;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Results that never change, made by {@link GrowingResults}, which may share the parts they stand in. */
final class Results extends AbstractList<TestResult> implements RandomAccess {
    /** The power of two that is the length of a part. */
    static final int SHIFT = 8;

    static final int PART = 1 << SHIFT;

    private final TestResult[][] parts;
    private final int size;

    /** The list is its only reader of {@code parts}; of the arrays in there nobody writes below {@code size}. */
    Results(TestResult[][] parts, int size) {
        this.parts = parts;
        this.size = size;
    }

    static List<TestResult> copyOf(List<TestResult> results) {
        return results instanceof Results ? results : List.copyOf(results);
    }

    @Override
    public TestResult get(int index) {
        Objects.checkIndex(index, size);
        return parts[index >> SHIFT][index & PART - 1];
    }

    @Override
    public int size() {
        return size;
    }
}
