package dev.expertd.config;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What expertd is set to for one repository: the program's defaults, overruled by the user's file, overruled by the
 * repository's. {@code config.yml} at the top of the project says what each key means.
 *
 * @param components glob to name, in order; the first that matches wins
 * @param repositories enrolled work trees; only from the user's file
 * @param sweep how often the daemon looks at everything without being told; only from the user's file
 * @param log only from the user's file
 * @param journal only from the user's file
 */
public record Settings(
        List<ExpertSetting> experts,
        List<String> traces,
        Map<String, String> components,
        Learning learning,
        References references,
        Limits limits,
        List<String> repositories,
        Duration sweep,
        Log log,
        Journal journal) {
    /** An expert that is named instead of discovered. */
    public record ExpertSetting(String name, String file, boolean list, List<String> owns) {
        public ExpertSetting {
            owns = List.copyOf(owns);
        }
    }

    /** Which commits teach. */
    public enum From {
        LOCAL,
        ALL
    }

    /** Whether sure lessons are written or wait for a person. */
    public enum Mode {
        APPEND,
        REVIEW
    }

    /** When lines are written. */
    public enum Write {
        NOW,
        WITH_CHANGES
    }

    /** What happens to references that moved. */
    public enum References {
        FOLLOW,
        REPORT
    }

    /** How lessons become lines. */
    public record Learning(
            From from,
            Mode mode,
            Write write,
            boolean createSections,
            List<String> runRequiredFor,
            int perAct,
            int perDay) {
        public Learning {
            runRequiredFor = List.copyOf(runRequiredFor);
        }
    }

    /** Size of an expertise file that is worth telling. */
    public record Limits(int lines, int bytes) {}

    /**
     * The daemon's log.
     *
     * @param level the least that is logged: error, warn, info or debug
     * @param megabytes when a file is full
     * @param files how many are kept, the one in use counted
     */
    public record Log(String level, int megabytes, int files) {}

    /**
     * How much the journal remembers test by test.
     *
     * @param keepDays for how long, as far as there is room
     * @param megabytes beyond, the oldest goes first
     */
    public record Journal(int keepDays, int megabytes) {
        private static final long MEGABYTE = 1_000_000;

        public long bytes() {
            return megabytes * MEGABYTE;
        }
    }

    public Settings {
        experts = List.copyOf(experts);
        traces = List.copyOf(traces);
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        repositories = List.copyOf(repositories);
    }
}
