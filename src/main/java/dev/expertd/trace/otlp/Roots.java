package dev.expertd.trace.otlp;

/** How the roots of the traces of one file ended, by their own word. */
final class Roots {
    private int ok;
    private int failed;
    private int silent;

    void add(Span span) {
        if (span.parent().isEmpty()) {
            switch (span.code()) {
                case OK -> ok++;
                case ERROR -> failed++;
                case UNSET -> silent++;
            }
        }
    }

    /**
     * True if the roots give an outcome that the steps give too: all of them ended well and no step failed, or all failed
     * and with them every step. A root that says nothing, or one that got over a step's error, leaves it open.
     */
    boolean agreeWith(long red, long steps) {
        return silent == 0 && (ok > 0 && failed == 0 && red == 0 || failed > 0 && ok == 0 && red == steps);
    }
}
