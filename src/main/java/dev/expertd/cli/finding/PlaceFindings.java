package dev.expertd.cli.finding;

import dev.expertd.cli.house.House;
import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How it is with the folders that expertd keeps its state in. */
public final class PlaceFindings {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** Less than that is as good as full. */
    private static final long ROOM = 16L << 20;

    private final Places places;

    public PlaceFindings(House house) {
        this.places = house.places();
    }

    /** Whether state can be written at all; nothing if it can. */
    public List<Finding> room() {
        Path state = places.state();
        List<Finding> findings = new ArrayList<>();
        try {
            if (!Files.isDirectory(state)) {
                return findings; // made when it is first needed
            }
            if (!Files.isWritable(state)) {
                findings.add(Finding.problem("state", state + " cannot be written", "`chmod u+rwx " + state + "`"));
            }
            long room = Files.getFileStore(state).getUsableSpace();
            if (room < ROOM) {
                findings.add(Finding.problem(
                        "disk",
                        "there are only " + (room >> 10) + " KB left for " + state,
                        "make room: `df -h " + state + "` shows the disk"));
            }
        } catch (IOException e) {
            findings.add(Finding.problem("state", state + ": " + e.getMessage(), "see that its disk is mounted"));
        }
        return findings;
    }

    /** Whether others can read what is private. With {@code fix} they cannot any more. */
    public List<Finding> modes(boolean fix) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Path state = places.state();
        if (!Files.isDirectory(state) || !Files.getFileStore(state).supportsFileAttributeView("posix")) {
            return findings;
        }
        int open = 0;
        List<Path> folders = List.of(state, places.locks(), state.resolve("spool"));
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            open += isOpen(folder, FOLDER, fix);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    open += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !folder.equals(places.locks())
                            ? isOpen(file, FILE, fix)
                            : 0;
                }
            }
        }
        findings.add(
                open == 0 || fix
                        ? Finding.ok("state", state + (open == 0 ? " is private" : ": " + open + " made private"))
                        : Finding.problem(
                                "state",
                                open + " files or folders in " + state + " can be read by others",
                                "`expertd doctor --fix` makes them private"));
        return findings;
    }

    private static int isOpen(Path path, Set<PosixFilePermission> most, boolean fix) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        if (most.containsAll(mode)) {
            return 0;
        }
        if (fix) {
            Files.setPosixFilePermissions(path, most);
        }
        return 1;
    }

    /** Spools that no pass could read. */
    public List<Finding> spools() throws IOException {
        Path spool = places.state().resolve("spool");
        List<Finding> findings = new ArrayList<>();
        if (Files.isDirectory(spool)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(spool)) {
                for (Path file : files) {
                    if (!Files.isReadable(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        findings.add(Finding.problem(
                                "spool",
                                file + " is no file that can be read, so hooks leave their hints in vain",
                                "`rm -rf " + file + "`"));
                    }
                }
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok("spool", "readable"));
        }
        return findings;
    }
}
