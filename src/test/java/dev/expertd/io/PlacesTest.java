package dev.expertd.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    @TempDir
    Path folder;

    @Test
    void onLinuxTheXdgFoldersAreUsedAndRelativeOnesIgnored() {
        assertThat(Places.of(Map.of("HOME", "/home/dev"), "Linux"))
                .isEqualTo(new Places(
                        Path.of("/home/dev/.config/expertd"),
                        Path.of("/home/dev/.local/state/expertd"),
                        Path.of("/home/dev/.local/share/expertd")));
        assertThat(Places.of(
                        Map.of(
                                "HOME", "/home/dev",
                                "XDG_CONFIG_HOME", "/c",
                                "XDG_STATE_HOME", "relative",
                                "XDG_DATA_HOME", ""),
                        "Linux"))
                .isEqualTo(new Places(
                        Path.of("/c/expertd"),
                        Path.of("/home/dev/.local/state/expertd"),
                        Path.of("/home/dev/.local/share/expertd")));
    }

    @Test
    void macAndWindowsHaveTheirOwnConvention() {
        assertThat(Places.of(Map.of("HOME", "/Users/dev"), "Mac OS X").state())
                .isEqualTo(Path.of("/Users/dev/Library/Application Support/expertd/state"));
        assertThat(Places.of(Map.of("USERPROFILE", "/dev", "LOCALAPPDATA", "/dev/Local"), "Windows 11")
                        .config())
                .isEqualTo(Path.of("/dev/Local/expertd/config"));
        assertThat(Places.of(Map.of("HOME", "/h"), "Darwin").state()).isEqualTo(Path.of("/h/.local/state/expertd"));
    }

    @Test
    void withoutAHomeTheUserIsTold() {
        assertThatThrownBy(() -> Places.of(Map.of("HOME", ""), "Linux"))
                .isInstanceOf(PlacesException.class)
                .hasMessage("HOME is not set; set it to your home directory");
        assertThat(Places.of(Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s", "XDG_DATA_HOME", "/d"), "Linux")
                        .data())
                .isEqualTo(Path.of("/d/expertd"));
    }

    @Test
    void stateIsOpenToNobodyElseEvenIfItWas() throws Exception {
        Path state = Files.createDirectories(folder.resolve("state"));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));
        Places places = new Places(folder.resolve("config"), state, folder.resolve("data"));
        places.make();
        for (Path each : new Path[] {state, places.locks(), places.spool("x").getParent()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aRepositoryIsNamedReadablyAndByItsPlace() throws Exception {
        Path shop = Files.createDirectories(folder.resolve("my shop's/.git"));
        Path other = Files.createDirectories(folder.resolve("other/my shop's/.git"));
        assertThat(RepositoryId.of(shop)).matches("my_shop_s-[0-9a-f]{12}").isNotEqualTo(RepositoryId.of(other));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("my shop's"));
        assertThat(RepositoryId.of(link.resolve(".git"))).isEqualTo(RepositoryId.of(shop));
        assertThat(RepositoryId.of(Files.createDirectories(folder.resolve("bare.git"))))
                .startsWith("bare.git-");
    }
}
