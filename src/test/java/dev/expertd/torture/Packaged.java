package dev.expertd.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * The packaged program, prepared as the installation prepares it: classes in the form in which Java keeps them, SQLite's
 * library unpacked. Without that every start would take twice as long, and each kill would leave a library behind.
 */
final class Packaged {
    private static final String SQLITE = "libsqlitejdbc.so";
    private static final List<String> USUAL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** As the launcher sets it for a daemon. */
    private static final List<String> MEMORY = List.of(
            "-Xms8m",
            "-Xmx128m",
            "-Xmn4m",
            "-Xss512k",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:ReservedCodeCacheSize=32m",
            "-Xlog:disable");

    private final Path folder;
    private final Path jar;

    private Packaged(Path folder, Path jar) {
        this.folder = folder;
        this.jar = jar;
    }

    /** What a command said. */
    record Said(int status, String out, String err) {}

    static Packaged prepare(Path folder) {
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
            Path built = Path.of(System.getProperty("expertd.jar", "target/expertd-all.jar"));
            Packaged program = new Packaged(folder.toAbsolutePath(), built.toAbsolutePath());
            program.unpackLibrary();
            program.makeArchive();
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unpackLibrary() throws IOException {
        String cpu = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("org/sqlite/native/Linux/" + cpu + "/" + SQLITE))) {
            Files.write(folder.resolve(SQLITE), in.readAllBytes());
        }
    }

    /** What a daemon loads when it looks at one commit goes into the archive. */
    private void makeArchive() throws IOException {
        Path archive = folder.resolve("expertd.jsa");
        Files.deleteIfExists(archive);
        Path place = folder.resolve("training");
        Estate estate = Estate.make(place, new Tally());
        Path home = Files.createDirectories(place.resolve("home"));
        Path classes = place.resolve("classes");
        List<String> training = List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + classes);
        run(home, estate.main().root(), List.of(), "init");
        new Commits(estate).fix(new Step(Deed.FIX, 1));
        Process daemon = start(home, estate.main().root(), training, "daemon", "run");
        stopWhenReady(home, daemon);
        List<String> dump = new ArrayList<>(List.of(java()));
        dump.addAll(USUAL);
        dump.addAll(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + archive));
        dump.addAll(List.of("-jar", jar.toString()));
        Process dumping = new ProcessBuilder(dump)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("dump.txt").toFile())
                .start();
        if (!Processes.ends(dumping, 60) || dumping.exitValue() != 0) {
            Files.deleteIfExists(archive); // it goes without, only slower
        }
    }

    private static void stopWhenReady(Path home, Process daemon) throws IOException {
        for (int i = 0; i < 300 && daemon.isAlive(); i++) {
            if (Files.readString(home.resolve("daemon.txt")).contains("table_1")) {
                break;
            }
            Processes.sleep(100);
        }
        daemon.destroy();
        Processes.ends(daemon, 20);
    }

    /** Starts a command; its output goes to files of that home. */
    Process start(Path home, Path inside, List<String> options, String... arguments) {
        return start(home, inside, options, Map.of(), arguments);
    }

    Process start(Path home, Path inside, List<String> options, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(USUAL);
        command.addAll(MEMORY);
        command.add("-Djava.io.tmpdir=" + home);
        command.add("-Dorg.sqlite.lib.path=" + folder);
        command.add("-Dorg.sqlite.lib.name=" + SQLITE);
        Path archive = folder.resolve("expertd.jsa");
        if (options.isEmpty() && Files.exists(archive)) {
            command.add("-Xshare:auto");
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(inside.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("XDG_"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        String name = String.join("-", arguments).contains("daemon") ? "daemon" : "command";
        try {
            Path out = home.resolve(name + ".txt");
            Files.deleteIfExists(out);
            return builder.redirectOutput(out.toFile())
                    .redirectError(
                            name.equals("daemon")
                                    ? out.toFile()
                                    : home.resolve("errors.txt").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    Said run(Path home, Path inside, List<String> options, String... arguments) {
        Process process = start(home, inside, options, arguments);
        if (!Processes.ends(process, 60)) {
            process.destroyForcibly();
            throw new Broken("expertd " + String.join(" ", arguments) + " does not end");
        }
        try {
            return new Said(
                    process.exitValue(),
                    Files.readString(home.resolve("command.txt")),
                    Files.readString(home.resolve("errors.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
