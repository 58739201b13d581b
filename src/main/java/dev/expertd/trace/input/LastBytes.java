package dev.expertd.trace.input;

/** The last bytes of a stream, in a ring. */
final class LastBytes {
    private static final int SIZE = 16 << 10;

    private final byte[] ring;
    private long count;

    LastBytes() {
        this(new byte[SIZE], 0);
    }

    private LastBytes(byte[] ring, long count) {
        this.ring = ring;
        this.count = count;
    }

    LastBytes copy() {
        return new LastBytes(ring.clone(), count);
    }

    void add(byte[] bytes, int from, int length) {
        int kept = Math.min(length, SIZE);
        int at = (int) ((count + length - kept) % SIZE);
        int start = from + length - kept;
        int first = Math.min(kept, SIZE - at);
        System.arraycopy(bytes, start, ring, at, first);
        System.arraycopy(bytes, start + first, ring, 0, kept - first);
        count += length;
    }

    byte[] toArray() {
        int size = (int) Math.min(count, SIZE);
        byte[] bytes = new byte[size];
        int at = (int) ((count - size) % SIZE);
        int first = Math.min(size, SIZE - at);
        System.arraycopy(ring, at, bytes, 0, first);
        System.arraycopy(ring, 0, bytes, first, size - first);
        return bytes;
    }
}
