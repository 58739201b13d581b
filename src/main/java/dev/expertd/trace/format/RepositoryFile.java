package dev.expertd.trace.format;

/** A path in a report, as far as it names a file inside the repository. */
public final class RepositoryFile {
    private RepositoryFile() {}

    /** The path with slashes; empty if it is absolute or leads out of the folder that it is relative to. */
    public static String of(String path) {
        String slashed = path.replace('\\', '/');
        String plain = slashed.startsWith("./") ? slashed.substring(2) : slashed;
        return TestName.isFile(plain) && !plain.startsWith("../") ? plain : "";
    }

    /** How the file would be called below the folder; as it is if it does not stand there. */
    public static String below(String folder, String path) {
        String root = folder.replace('\\', '/');
        String slashed = path.replace('\\', '/');
        String prefix = root.endsWith("/") ? root : root + "/";
        return !root.isEmpty() && slashed.startsWith(prefix) ? slashed.substring(prefix.length()) : slashed;
    }
}
