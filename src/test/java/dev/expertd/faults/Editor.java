package dev.expertd.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** How people's editors bring a line into a file; each takes its time in the middle. */
enum Editor {
    /** Opened some time before, as a shell's {@code >>} is. */
    APPENDING {
        @Override
        void add(Path file, String line, Random random) throws Exception {
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.APPEND)) {
                pause(random, 2500);
                out.write(ByteBuffer.wrap((line + "\n").getBytes(UTF_8)));
            }
        }
    },

    /** Made empty and then written, in two pieces. */
    WRITING_OVER {
        @Override
        void add(Path file, String line, Random random) throws Exception {
            byte[] text = (Files.readString(file) + line + "\n").getBytes(UTF_8);
            try (FileChannel out =
                    FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                pause(random, 60);
                int half = random.nextInt(text.length);
                out.write(ByteBuffer.wrap(text, 0, half));
                pause(random, 60);
                out.write(ByteBuffer.wrap(text, half, text.length - half));
            }
        }
    },

    /** Written beside and renamed over. */
    RENAMING_OVER {
        @Override
        void add(Path file, String line, Random random) throws Exception {
            Path next = file.resolveSibling("expertise.md~");
            Files.writeString(next, Files.readString(file) + line + "\n");
            pause(random, 5);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    };

    abstract void add(Path file, String line, Random random) throws Exception;

    static void pause(Random random, int milliseconds) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(milliseconds));
    }
}
