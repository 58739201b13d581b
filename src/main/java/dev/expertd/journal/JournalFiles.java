package dev.expertd.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The journal's file and what lies beside it, by name. */
record JournalFiles(Path journal) {
    /** What SQLite keeps beside a database, by the end of its name. */
    static final List<String> SIDES = List.of("-wal", "-shm", "-journal");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** A moment as part of a name; names of one kind are in the order of their moments. */
    static String stamp(Instant moment) {
        return STAMP.format(moment);
    }

    /** A file whose name goes on like that. */
    static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    Path beside(String ending) {
        return beside(journal, ending);
    }

    Path wal() {
        return beside("-wal");
    }

    /** The databases beside the journal whose names go on like that, in no order. */
    List<Path> named(String kind) throws IOException {
        Path folder = journal.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        String prefix = journal.getFileName() + kind;
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                folder, entry -> entry.getFileName().toString().startsWith(prefix))) {
            for (Path each : found) {
                if (SIDES.stream().noneMatch(side -> each.toString().endsWith(side))) {
                    files.add(each);
                }
            }
        }
        return files;
    }

    /** Deletes a database with what SQLite keeps beside it, as far as it is there. */
    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        for (String side : SIDES) {
            Files.deleteIfExists(beside(file, side));
        }
    }
}
