package dev.expertd.faults;

import dev.expertd.program.TestRepo;

/** A commit whose message states a cause, and the words of the line that it teaches. */
record Lesson(String commit, String line) {
    /** Commits one; lessons of different numbers have nothing in common. */
    static Lesson commit(TestRepo repo, int number) {
        repo.write("app/part" + number + ".py", "def part_" + number + "():\n    return " + number + "\n");
        return new Lesson(repo.commit(message(number)), line(number));
    }

    /** Commits one as the user of that home. */
    static Lesson commit(Host host, TestRepo repo, int number) {
        host.git(repo, "commit", "-q", "--allow-empty", "-m", message(number));
        return new Lesson(host.git(repo, "rev-parse", "HEAD"), line(number));
    }

    /** Commits one as git does for whoever has left a merge or something like it unfinished. */
    static Lesson commitDuring(TestRepo repo, int number) {
        String tree = repo.git("rev-parse", "HEAD^{tree}").strip();
        String commit = repo.git("commit-tree", "-p", "HEAD", "-m", message(number), tree)
                .strip();
        repo.git("update-ref", "-m", "commit: " + number, "HEAD", commit);
        return new Lesson(commit, line(number));
    }

    static String message(int number) {
        return "fix: part_" + number + " of the service\n\npart_" + number + "() crashed with a Part" + number
                + "Error because table_" + number + " is missing. Create table_" + number + " before part_" + number
                + "() runs.\n";
    }

    static String line(int number) {
        return "`table_" + number + "` is missing";
    }
}
