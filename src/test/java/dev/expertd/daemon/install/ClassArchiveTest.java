package dev.expertd.daemon.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String VERSION = System.getProperty("java.vm.version");

    @TempDir
    Path folder;

    @BeforeEach
    void aProgramWithAListOfItsClasses() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream out = Files.newOutputStream(folder.resolve("expertd.jar"))) {
            new JarOutputStream(out, manifest).close();
        }
        Files.write(folder.resolve("expertd.classes"), List.of("java/lang/Object id: 0", "java/lang/String id: 1"));
    }

    @Test
    void whenItsJavaBecameAnotherVersionItIsMadeAnewAndTaken() throws Exception {
        Files.writeString(folder.resolve("expertd.jsa.made"), "12 " + JAVA + "\n16.0.1+9\n");
        ClassArchive archive = new ClassArchive(folder, JAVA, VERSION);
        assertThat(archive.isOld()).isTrue();
        assertThat(archive.renew()).isTrue();

        assertThat(archive.isOld()).isFalse();
        Path made = folder.resolve("expertd.jsa");
        assertThat(folder.resolve("expertd.jsa.made")).hasContent(Files.size(made) + " " + JAVA + "\n" + VERSION);
        Process taking = new ProcessBuilder(
                        JAVA,
                        "-XX:+UseSerialGC",
                        "-Xshare:on",
                        "-XX:SharedArchiveFile=" + made,
                        "-cp",
                        folder.resolve("expertd.jar").toString(),
                        "-version")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(taking.getInputStream().readAllBytes(), UTF_8)).contains(VERSION);
        assertThat(taking.waitFor()).isZero();
        assertThat(folder.resolve("expertd.jsa.new")).doesNotExist();
    }

    @Test
    void whenItsJavaIsGoneItIsOldAndWhileThatIsThereAnotherOneLeavesItAlone() throws Exception {
        Path note = folder.resolve("expertd.jsa.made");
        Files.writeString(note, "12 " + folder.resolve("gone/bin/java") + "\n" + VERSION + "\n");
        assertThat(new ClassArchive(folder, JAVA, VERSION).isOld()).isTrue();
        Files.writeString(note, "12 " + JAVA + "\n" + VERSION + "\n");
        assertThat(new ClassArchive(folder, "/opt/other/bin/java", "25").isOld())
                .isFalse();
    }

    @Test
    void aNoteThatIsMissingOrCutShortMakesItOldAndAProgramWithoutListHasNone() throws Exception {
        ClassArchive archive = new ClassArchive(folder, JAVA, VERSION);
        assertThat(archive.isOld()).isTrue();
        Files.writeString(folder.resolve("expertd.jsa.made"), "12 " + JAVA);
        assertThat(archive.isOld()).isTrue();
        assertThat(new ClassArchive(folder, "", VERSION).isOld()).isFalse();
        Files.delete(folder.resolve("expertd.classes"));
        assertThat(archive.isOld()).isFalse();
    }

    @Test
    void aJavaThatMakesNoneTouchesNothing() throws Exception {
        Files.writeString(folder.resolve("expertd.jsa"), "the old one");
        Files.writeString(folder.resolve("expertd.jsa.made"), "11 " + JAVA + "\n16\n");
        assertThat(new ClassArchive(folder, "/bin/false", VERSION).renew()).isFalse();
        assertThat(folder.resolve("expertd.jsa")).hasContent("the old one");
        assertThat(folder.resolve("expertd.jsa.made")).hasContent("11 " + JAVA + "\n16");
        assertThat(folder.resolve("expertd.jsa.new")).doesNotExist();
    }
}
