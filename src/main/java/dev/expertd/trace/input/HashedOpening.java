package dev.expertd.trace.input;

import dev.expertd.io.ContentId;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Hashes a file on its way to whoever reads it first, so that it is not read a second time for its identity. What that
 * reader leaves over is read when it closes the stream.
 */
public final class HashedOpening implements TraceFile.Opening {
    private final TraceFile.Opening opening;
    private boolean opened;
    private String hash = "";

    public HashedOpening(TraceFile.Opening opening) {
        this.opening = opening;
    }

    @Override
    public InputStream open(Path path) throws IOException {
        InputStream in = opening.open(path);
        if (opened) {
            return in;
        }
        opened = true;
        return new Hashing(in);
    }

    /** Identity of the whole file, which is read now if nobody has yet. */
    public String hash(TraceFile file) throws IOException {
        return hash.isEmpty() ? file.hash() : hash;
    }

    /** Its blocks are those of the identity, which then needs no copy of them. */
    private final class Hashing extends FilterInputStream {
        private final ContentId id = new ContentId();
        private final byte[] block = new byte[TraceFile.PEEK_BYTES];
        private int given;
        private int filled;
        private boolean closed;

        Hashing(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return isMore() ? block[given++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!isMore()) {
                return -1;
            }
            int count = Math.min(length, filled - given);
            System.arraycopy(block, given, buffer, from, count);
            given += count;
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            if (count <= 0 || !isMore()) {
                return 0;
            }
            int skipped = (int) Math.min(count, filled - given);
            given += skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return filled - given;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private boolean isMore() throws IOException {
            if (given < filled) {
                return true;
            }
            given = 0;
            filled = Math.max(0, in.read(block));
            id.add(block, 0, filled);
            return filled > 0;
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (InputStream all = in) {
                while (isMore()) {
                    given = filled;
                }
                hash = id.hex();
            }
        }
    }
}
