package dev.expertd.daemon.life;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Java leaves in its working folder when it crashes itself: {@code hs_err_pid4711.log}. */
record JavaCrash(Instant when, String words) {
    private static final int HEAD = 4096;
    private static final int KEPT = 3;

    /** {@code #  SIGSEGV (0xb) at pc=0x00007f87, pid=4711, tid=4711}, or an error of Java's own, or no memory. */
    private static final Pattern WHAT = Pattern.compile(
            "^# {1,3}(SIG[A-Z]{1,12} \\(0x[0-9a-f]{1,8}\\)|Internal Error \\([^\\n]{1,200}?\\)|There is insufficient memory"
                    + "[^\\n]{0,200})",
            Pattern.MULTILINE);

    private static final Pattern WHERE =
            Pattern.compile("^# Problematic frame:\\n# ([^\\n]{1,200})", Pattern.MULTILINE);

    /** What the Java of that process left in the folder. */
    static Optional<JavaCrash> of(Path folder, long pid) {
        Path file = folder.resolve("hs_err_pid" + pid + ".log");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return Optional.of(new JavaCrash(
                    Files.getLastModifiedTime(file).toInstant(),
                    "Java crashed: " + first(WHAT, head).orElse("for an unknown reason")
                            + first(WHERE, head)
                                    .map(frame -> " in " + frame.strip())
                                    .orElse("") + "; "
                            + file.getFileName() + " tells more"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Leaves the newest few of the folder, for nobody else to read: they hold the whole environment. */
    static void prune(Path folder) throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "hs_err_pid*.log")) {
            files.forEach(left::add);
        }
        left.sort(Comparator.comparing(file -> file.toFile().lastModified()));
        for (Path old : left.subList(0, Math.max(0, left.size() - KEPT))) {
            Files.deleteIfExists(old);
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            for (Path kept : left.subList(Math.max(0, left.size() - KEPT), left.size())) {
                Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
