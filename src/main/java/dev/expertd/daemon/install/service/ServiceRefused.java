package dev.expertd.daemon.install.service;

/** There is no such service here; the message says why, in words that end no sentence. */
public final class ServiceRefused extends Exception {
    private static final long serialVersionUID = 1;

    public ServiceRefused(String why) {
        super(why);
    }
}
