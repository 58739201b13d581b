package dev.expertd.git;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs every test of a subclass against both ways of reading a repository. */
@ParameterizedClass
@EnumSource(GitReaders.Way.class)
abstract class ReaderContract {
    @TempDir
    Path folder;

    private final GitReaders.Way way;
    protected GitFixture repo;

    @SuppressWarnings("NullAway.Init") // JUnit sets the folder, and init the repository
    ReaderContract(GitReaders.Way way) {
        this.way = way;
    }

    @BeforeEach
    void init() {
        repo = GitFixture.init(folder.resolve("repo"));
    }

    GitReader open() {
        return open(repo);
    }

    GitReader open(GitFixture fixture) {
        return GitReaders.open(fixture.root(), fixture.environment(), Optional.of(way));
    }
}
