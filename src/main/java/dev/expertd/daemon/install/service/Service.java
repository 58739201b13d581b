package dev.expertd.daemon.install.service;

import dev.expertd.daemon.DaemonState;
import java.io.IOException;
import java.util.List;

/** What starts the daemon, stops it, and may start it again. */
public interface Service {
    /** What it is, in words. */
    String name();

    /** What it means for a person: when the daemon comes back by itself, and when it does not. */
    String promise();

    /**
     * Writes what it needs, if it is not there as it should be, and sees to it that a daemon of this program runs.
     *
     * @return what was done, a line each
     * @throws ServiceRefused if there is no such service here, or it wants nothing to do with us; nothing is left then
     */
    List<String> install() throws IOException, ServiceRefused;

    /** Starts the daemon, unless it runs, and waits until it is ready. */
    DaemonState start() throws IOException;

    /** Stops the daemon for good, whoever started it; false if none ran. */
    boolean stop() throws IOException;

    /** Stops the daemon and starts it anew. */
    DaemonState restart() throws IOException;

    /** Stops the daemon and takes away exactly what {@link #install} left; says what that was, a line each. */
    List<String> uninstall() throws IOException;

    /** How it stands now. */
    Standing standing() throws IOException;
}
