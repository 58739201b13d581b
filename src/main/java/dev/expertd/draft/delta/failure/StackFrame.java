package dev.expertd.draft.delta.failure;

/**
 * One line of a stack.
 *
 * @param owner simple name of the outermost class; empty where the language has none
 * @param function the function's own name; empty for code outside of one
 * @param file the path as printed, at least the file's name
 * @param line counted from 0; -1 where unknown
 */
public record StackFrame(String owner, String function, String file, int line) {
    /** The last segment of the path. */
    public String fileName() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
