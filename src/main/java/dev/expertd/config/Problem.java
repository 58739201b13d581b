package dev.expertd.config;

/**
 * One mistake in a settings file.
 *
 * @param line from 1; 0 when the whole file is meant
 */
public record Problem(String file, int line, int column, String message) {
    @Override
    public String toString() {
        return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
    }
}
