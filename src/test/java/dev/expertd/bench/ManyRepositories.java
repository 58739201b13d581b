package dev.expertd.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A home in which many small repositories are enrolled. */
record ManyRepositories(Home home, Path folder, int count) {
    static ManyRepositories make(Setting setting, String name, int count) throws IOException, InterruptedException {
        Path folder = setting.fresh(name);
        Home home = new Home(setting.launcher(), folder.resolve("home"));
        ManyRepositories many = new ManyRepositories(home, folder, count);
        Path first = MadeRepository.make(home, many.at(0));
        home.expertd(first, "init");
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i < count; i++) {
            Processes.run(home.in(
                    folder, List.of("cp", "-r", first.toString(), many.at(i).toString())));
            lines.append("  - ").append(many.at(i)).append('\n');
        }
        Path settings = home.folder().resolve(".config/expertd/config.yml");
        Files.writeString(settings, Files.readString(settings).replace("repositories:\n", "repositories:\n" + lines));
        return many;
    }

    Path first() {
        return at(0);
    }

    private Path at(int number) {
        return folder.resolve("r" + number);
    }

    /** Waits until every one was looked at; gives the seconds that it took. */
    double awaitAll(Daemon daemon) throws Exception {
        long begun = System.nanoTime();
        while (known() < count) {
            if (System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(10)) {
                throw new IllegalStateException("only " + known() + " of " + count + " were looked at in ten minutes; "
                        + daemon.resident() + " MB");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private int known() throws SQLException {
        try (Connection journal = DriverManager.getConnection(
                        "jdbc:sqlite:file:" + home.state().resolve("journal.db") + "?mode=ro");
                Statement statement = journal.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM repository")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
