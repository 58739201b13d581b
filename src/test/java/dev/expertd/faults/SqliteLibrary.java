package dev.expertd.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** SQLite's own library, which the installation takes out of the program's jar. */
final class SqliteLibrary {
    private static final String NAME = "libsqlitejdbc.so";

    private SqliteLibrary() {}

    static Path into(Path folder) throws IOException {
        String cpu = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try (JarFile jar = new JarFile(System.getProperty("expertd.jar", "target/expertd-all.jar"))) {
            ZipEntry entry = jar.getEntry("org/sqlite/native/Linux/" + cpu + "/" + NAME);
            assumeTrue(entry != null, "SQLite brings no library for this machine");
            Path library = folder.resolve(NAME);
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(in, library);
            }
            return library;
        }
    }
}
