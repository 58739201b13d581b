package dev.expertd.cli.finding;

import dev.expertd.cli.house.House;
import dev.expertd.io.PassLock;
import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What killed processes left behind: temporary files, and locks that nobody holds any more. */
public final class LeftFindings {
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final Pattern TEMPORARY =
            Pattern.compile("\\..*\\.expertd-.*\\.tmp|journal\\.db\\.(?:copy-.*|mending.*|damaged-.*\\.read.*)");

    private final Places places;
    private final Instant now;

    public LeftFindings(House house) {
        this.places = house.places();
        this.now = house.clock().instant();
    }

    /** With {@code fix} temporary files are removed. */
    public List<Finding> look(boolean fix) throws IOException {
        List<Finding> findings = new ArrayList<>();
        int files = 0;
        for (Path folder : List.of(places.state(), places.config())) {
            files += temporaries(folder, fix);
        }
        findings.add(
                files == 0 || fix
                        ? Finding.ok("temporary files", files == 0 ? "none left" : files + " removed")
                        : Finding.problem(
                                "temporary files",
                                files + " left by processes that were killed",
                                "`expertd doctor --fix` removes them"));
        findings.addAll(locks());
        return findings;
    }

    private int temporaries(Path folder, boolean fix) throws IOException {
        int found = 0;
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                boolean old = Duration.between(Files.getLastModifiedTime(file).toInstant(), now)
                                .compareTo(ABANDONED)
                        > 0;
                if (old && TEMPORARY.matcher(file.getFileName().toString()).matches()) {
                    found++;
                    if (fix) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
        return found;
    }

    /** A lock that is left is no harm: the system takes it back with its process. One that cannot be opened is. */
    private List<Finding> locks() throws IOException {
        List<Finding> findings = new ArrayList<>();
        int held = 0;
        int all = 0;
        if (!Files.isDirectory(places.locks())) {
            return findings;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(places.locks())) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(".pid")) {
                    continue;
                }
                if (!Files.isWritable(file)) {
                    findings.add(Finding.problem("lock", file + " cannot be taken", "`chmod u+rw " + file + "`"));
                    continue;
                }
                all++;
                held += PassLock.isHeld(places.locks(), name) ? 1 : 0;
            }
        }
        findings.add(Finding.ok("locks", all + ", of which " + held + " held now"));
        return findings;
    }
}
