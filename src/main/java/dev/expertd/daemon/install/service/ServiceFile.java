package dev.expertd.daemon.install.service;

import dev.expertd.io.DurableFile;
import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The one file that a service manager reads about us: written if it is ours or nobody's, and taken away again. */
final class ServiceFile {
    private static final int LARGEST = 1 << 16;

    private final Path file;
    private final String mark;
    private final Places places;

    /**
     * A file that may not be there.
     *
     * @param mark the line that ours, and no other, holds
     */
    ServiceFile(Path file, String mark, Places places) {
        this.file = file;
        this.mark = mark;
        this.places = places;
    }

    Path path() {
        return file;
    }

    /** True if it is there and ours. */
    boolean isOurs() throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && text().contains(mark);
    }

    /**
     * Writes it, if it does not hold that text already; false if it did.
     *
     * @throws IOException if somebody else's file is there
     */
    boolean write(String text) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOurs()) {
            throw new IOException(file + " was not written by expertd; move it away first");
        }
        places.make();
        Optional<Path> made = ServiceRecord.read(places)
                .filter(before -> before.file().equals(file))
                .flatMap(ServiceRecord::made)
                .or(this::missingFolder);
        boolean linger =
                ServiceRecord.read(places).filter(ServiceRecord::linger).isPresent();
        new ServiceRecord(file, made, linger).write(places); // first, so that whatever follows is known
        if (isOurs() && text().equals(text)) {
            return false;
        }
        Files.createDirectories(file.getParent());
        DurableFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        return true;
    }

    /** Takes it away, if it is ours, with the folders that were made for it and hold nothing else by now. */
    boolean remove() throws IOException {
        Optional<ServiceRecord> record = ServiceRecord.read(places);
        boolean removed = isOurs() && Files.deleteIfExists(file);
        if (record.flatMap(ServiceRecord::made).isPresent()) {
            Path made = record.get().made().get();
            for (Path folder = file.getParent();
                    folder != null && folder.startsWith(made);
                    folder = folder.getParent()) {
                try {
                    Files.deleteIfExists(folder);
                } catch (DirectoryNotEmptyException e) {
                    break;
                }
            }
        }
        ServiceRecord.forget(places);
        return removed;
    }

    private Optional<Path> missingFolder() {
        Path missing = null;
        for (Path folder = file.getParent(); folder != null && !Files.exists(folder); folder = folder.getParent()) {
            missing = folder;
        }
        return Optional.ofNullable(missing);
    }

    private String text() throws IOException {
        if (Files.size(file) > LARGEST) {
            return "";
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
