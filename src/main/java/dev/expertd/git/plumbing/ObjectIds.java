package dev.expertd.git.plumbing;

/** What is an object id, and what certainly is not and must not reach a command line. */
public final class ObjectIds {
    private static final int SHA1 = 40;
    private static final int SHA256 = 64;

    private ObjectIds() {}

    /** True for a full id, of either length, that is not all zeros. */
    public static boolean isFull(String id) {
        if (id.length() != SHA1 && id.length() != SHA256) {
            return false;
        }
        boolean zero = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
            zero &= c == '0';
        }
        return !zero;
    }

    /** The digest, by its Java name, that makes such an id; SHA-1 for an empty one. */
    public static String algorithm(String id) {
        return id.length() == SHA256 ? "SHA-256" : "SHA-1";
    }

    /** The id of the empty tree, which every repository has, in a repository with ids like that one. */
    public static String emptyTree(String id) {
        return id.length() == SHA256
                ? "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
                : "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
    }
}
