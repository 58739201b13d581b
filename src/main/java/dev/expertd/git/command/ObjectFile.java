package dev.expertd.git.command;

import dev.expertd.git.plumbing.GitText;
import dev.expertd.git.plumbing.ObjectIds;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Objects through {@code git cat-file}. */
final class ObjectFile implements AutoCloseable {
    private final Conversation names;
    private final Conversation contents;
    private final boolean hasHoles;

    /** {@code hasHoles}: the repository is a partial clone, in which git dies over an object that is not here. */
    ObjectFile(GitCommand git, boolean hasHoles) {
        this.names = new Conversation(git, "cat-file", "--batch-check");
        this.contents = new Conversation(git, "cat-file", "--batch");
        this.hasHoles = hasHoles;
    }

    /** What {@code cat-file} says of an object before its content. */
    record Header(String id, String type, long size) {}

    /** What an expression of git names, which must be one line; empty if it names nothing that is here. */
    Optional<Header> header(byte[] expression) throws IOException {
        return answered(() -> names.ask(line(expression), ObjectFile::header));
    }

    /** The first {@code limit} bytes of an object of that type. */
    Optional<byte[]> content(String id, String type, int limit) throws IOException {
        if (!ObjectIds.isFull(id)) {
            return Optional.empty();
        }
        return answered(() -> contents.ask(line(id.getBytes(StandardCharsets.US_ASCII)), in -> {
            Optional<Header> header = header(in);
            if (header.isEmpty()) {
                return Optional.empty();
            }
            byte[] content = in.readNBytes((int) Math.min(limit, header.get().size()));
            in.skipNBytes(header.get().size() - content.length + 1);
            return header.get().type().equals(type) ? Optional.of(content) : Optional.empty();
        }));
    }

    @Override
    public void close() {
        names.close();
        contents.close();
    }

    private static Optional<Header> header(InputStream in) throws IOException {
        String[] words = GitText.decode(Conversation.until('\n', in)).split(" ", -1);
        return words.length == 3 && ObjectIds.isFull(words[0])
                ? Optional.of(new Header(words[0], words[1], Long.parseLong(words[2])))
                : Optional.empty(); // "<expression> missing", "<expression> ambiguous"
    }

    private static byte[] line(byte[] expression) {
        byte[] line = java.util.Arrays.copyOf(expression, expression.length + 1);
        line[expression.length] = '\n';
        return line;
    }

    private interface Question<T> {
        Optional<T> ask() throws IOException;
    }

    private <T> Optional<T> answered(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (EOFException e) {
            if (hasHoles) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
