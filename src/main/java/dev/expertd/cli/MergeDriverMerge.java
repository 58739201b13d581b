package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.git.GitMergeFile;
import dev.expertd.git.MergeLabels;
import dev.expertd.upkeep.DriverMerge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What git runs for each file. Opens no journal and reads no repository: git hands over all that there is to know.
 * Values hang on their options, so that a path or branch that looks like one is none.
 */
@Command(
        name = "merge",
        hidden = true,
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description =
                "Merges one file, as git asks it: 0 merged, 3 conflict markers written, anything else nothing done.")
final class MergeDriverMerge implements Callable<Integer> {
    private static final int CONFLICT = 3;

    private final House house;

    @Option(names = "--base", required = true, description = "The file that both sides come from (%%O).")
    private Path base = Path.of("");

    @Option(names = "--ours", required = true, description = "The file of our side, which takes the result (%%A).")
    private Path ours = Path.of("");

    @Option(names = "--theirs", required = true, description = "The file of the other side (%%B).")
    private Path theirs = Path.of("");

    @Option(names = "--marker-size", description = "Length of the conflict markers (%%L).")
    private int markerSize = 7;

    @Option(names = "--path", description = "Where the file lies in the repository (%%P).")
    private String path = "";

    @Option(names = "--label-base", description = "What git calls the base (%%S).")
    private String labelBase = "";

    @Option(names = "--label-ours", description = "What git calls our side (%%X).")
    private String labelOurs = "";

    @Option(names = "--label-theirs", description = "What git calls the other side (%%Y).")
    private String labelTheirs = "";

    MergeDriverMerge(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        MergeLabels labels = MergeLabels.of(labelOurs, labelBase, labelTheirs, house.environment());
        DriverMerge merge = new DriverMerge(new GitMergeFile(house.folder(), markerSize, labels));
        return merge.merge(in(base), in(ours), in(theirs), path) ? 0 : CONFLICT;
    }

    private Path in(Path file) {
        return house.folder().resolve(file);
    }
}
