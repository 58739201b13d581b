package dev.expertd.program;

import dev.expertd.daemon.install.ClassArchive;
import dev.expertd.io.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The packaged program, prepared as the installation prepares it: classes in the form in which Java keeps them, SQLite's
 * library unpacked. Without that every start takes twice as long, and each kill leaves a library behind.
 *
 * <p>Made once for a build, beside its jar, and shared by all processes that test it.
 */
public final class Prepared {
    private static final String LIBRARY = "libsqlitejdbc.so";
    private static final String FOLDER = "prepared";
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final List<String> USUAL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> UNTRAINED = List.of("-Xshare:auto");

    private static @Nullable Prepared program;

    private final Path built;
    private final Path folder;
    private final Path jar;

    private Prepared(Path built) {
        this.built = built;
        this.folder = built.resolveSibling(FOLDER);
        this.jar = folder.resolve("expertd.jar"); // of its own: an archive is refused once its jar was touched
    }

    /** The program of the build under test. */
    public static synchronized Prepared program() {
        if (program == null) {
            Path jar = Path.of(System.getProperty("expertd.jar", "target/expertd-all.jar"));
            Prepared made = new Prepared(jar.toAbsolutePath());
            made.prepareUnlessDone();
            program = made;
        }
        return program;
    }

    /** How a process of the program begins, up to its own arguments. */
    public List<String> command(List<String> options) {
        Path archive = archive();
        return command(
                options,
                Files.exists(archive) ? List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive) : UNTRAINED);
    }

    private List<String> command(List<String> options, List<String> sharing) {
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.addAll(USUAL);
        if (Files.exists(folder.resolve(LIBRARY))) {
            command.add("-Dorg.sqlite.lib.path=" + folder);
            command.add("-Dorg.sqlite.lib.name=" + LIBRARY);
        }
        command.addAll(sharing);
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private Path archive() {
        return folder.resolve("expertd.jsa");
    }

    private void prepareUnlessDone() {
        try (FileChannel guard = FileChannel.open(
                        built.resolveSibling(FOLDER + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = guard.lock()) {
            Path stamp = folder.resolve("made-of");
            String build = Hash.hex(Files.readAllBytes(built)) + " " + Runtime.version();
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(build)) {
                delete(folder);
                Files.createDirectories(folder);
                Files.copy(built, jar);
                unpackLibrary();
                makeArchive();
                Files.writeString(stamp, build);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unpackLibrary() throws IOException {
        String cpu = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry("org/sqlite/native/Linux/" + cpu + "/" + LIBRARY);
            if (entry != null) {
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, folder.resolve(LIBRARY));
                }
            }
        }
    }

    private void makeArchive() throws IOException {
        Path place = Files.createTempDirectory("training");
        try {
            Training training = new Training(place, options -> command(List.of(), options));
            training.list(folder.resolve("expertd.classes"));
            var unused = new ClassArchive(folder, JAVA, Runtime.version().toString()).renew(); // or it goes slower
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            delete(place);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
