package dev.expertd.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is replaced as a whole, and nobody who lists its folder meanwhile sees anything but the file. */
class StagingTest {
    private static final byte[] NEW = "new\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Staging staging;
    private Path work;
    private Path file;

    @BeforeEach
    void make() throws IOException {
        staging = new Staging(folder.resolve("state/staging"));
        work = Files.createDirectory(folder.resolve("work"));
        file = Files.writeString(work.resolve("lessons.md"), "old\n");
    }

    @Test
    void whoeverListsTheFolderMeanwhileSeesTheFileAlone() throws Exception {
        Set<String> seen = new TreeSet<>();
        AtomicBoolean done = new AtomicBoolean();
        Thread lister = new Thread(() -> {
            while (!done.get()) {
                seen.addAll(names(work));
            }
        });
        lister.start();
        for (int i = 0; i < 100; i++) {
            assertThat(staging.replace(file, NEW, () -> true)).isTrue();
        }
        done.set(true);
        lister.join();
        assertThat(seen).containsExactly("lessons.md");
        assertThat(file).hasBinaryContent(NEW);
    }

    @Test
    void whatTheLastLookForbidsLeavesAllAsItWas() throws IOException {
        assertThat(staging.replace(file, NEW, () -> false)).isFalse();
        assertThat(file).hasContent("old\n");
        assertThat(names(folder.resolve("state/staging"))).isEmpty();
    }

    @Test
    void modeAndGroupAreThoseOfTheOldFile() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        GroupPrincipal another = another(view);
        view.setGroup(another);
        staging.replace(file, NEW, () -> true);
        assertThat(Files.readAttributes(file, PosixFileAttributes.class)).satisfies(now -> {
            assertThat(now.group()).isEqualTo(another);
            assertThat(PosixFilePermissions.toString(now.permissions())).isEqualTo("rw-rw-r--");
        });
    }

    @Test
    void whereTheStagingFolderCannotBeMadeTheNewFileWaitsBesideTheOld() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "no folder");
        assertThat(new Staging(blocked.resolve("staging")).replace(file, NEW, () -> true))
                .isTrue();
        assertThat(file).hasBinaryContent(NEW);
        assertThat(names(work)).containsExactly("lessons.md");
    }

    @Test
    void aFileThatCannotBeReplacedStaysAndNothingIsLeft() {
        Path gone = file.resolveSibling("gone/lessons.md");
        assertThatThrownBy(() -> staging.replace(gone, NEW, () -> true)).isInstanceOf(IOException.class);
        assertThat(names(work)).containsExactly("lessons.md");
    }

    @Test
    void aLinkThatTakesTheFoldersNameAtTheLastMomentLeadsNowhere() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path theirs = Files.writeString(outside.resolve("lessons.md"), "theirs\n");
        Path away = folder.resolve("away");
        staging.replace(file.toRealPath(), NEW, () -> {
            Files.move(work, away);
            Files.createSymbolicLink(work, outside);
            return true;
        });
        assertThat(theirs).hasContent("theirs\n");
        assertThat(away.resolve("lessons.md")).hasBinaryContent(NEW);
    }

    @Test
    void aFileInALinkedFolderIsNotReplaced() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path theirs = Files.writeString(outside.resolve("lessons.md"), "theirs\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), outside);
        assertThatThrownBy(() -> staging.replace(link.resolve("lessons.md"), NEW, () -> true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("link");
        assertThat(theirs).hasContent("theirs\n");
    }

    @Test
    void whatAKilledWriterLeftIsSweptAway() throws IOException {
        staging.replace(file, NEW, () -> true);
        Files.writeString(folder.resolve("state/staging/lessons.md.0b1c"), "half");
        staging.sweep();
        assertThat(names(folder.resolve("state/staging"))).isEmpty();
        new Staging(folder.resolve("never made")).sweep();
    }

    private static GroupPrincipal another(PosixFileAttributeView view) throws IOException {
        boolean root = "root".equals(view.getOwner().getName());
        assumeThat(root).as("only root may give a file to any group").isTrue();
        return Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName("daemon");
    }

    private static Set<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
