package dev.expertd.daemon.install;

import dev.expertd.io.Hash;
import dev.expertd.io.ShellWord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The script that is installed as each hook. Its second line, {@code # expertd hook v1 <check>}, marks it and holds a
 * digest of all the rest, so that a script which somebody changed is told from one of any version and spool that nobody
 * did.
 */
final class HookScript {
    /** What a file in a folder of hooks is. */
    enum Kind {
        ABSENT,
        /** Written by expertd, of whatever version, byte for byte. */
        OURS,
        /** Written by expertd and changed by hand. */
        CHANGED,
        /** A link whose target expertd wrote. */
        LINK_TO_OURS,
        FOREIGN
    }

    private static final int LARGEST = 1 << 20;
    private static final String CHECK = "@CHECK@";
    private static final Pattern MARK = Pattern.compile("(?m)^(# expertd hook v\\d{1,6} )([0-9a-f]{16}|@CHECK@)$");

    private HookScript() {}

    /** The script for a hook of that name, with the spool's place baked in and quoted for a shell. */
    static String text(String name, Path spool) throws IOException {
        String script = HintScript.resource("post-commit")
                .replace("@NAME@", name)
                .replace("@HINT@\n", HintScript.text())
                .replace("@SPOOL@", ShellWord.quoted(spool.toString()));
        return script.replace(CHECK, check(script));
    }

    static Kind kind(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Kind.ABSENT;
        }
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            return Kind.FOREIGN;
        }
        // One character per byte: a hook may be any program in any encoding.
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Matcher mark = MARK.matcher(text);
        if (!mark.find()) {
            return Kind.FOREIGN;
        }
        if (Files.isSymbolicLink(file)) {
            return Kind.LINK_TO_OURS;
        }
        String unchecked = text.substring(0, mark.start(2)) + CHECK + text.substring(mark.end(2));
        byte[] bytes = unchecked.getBytes(StandardCharsets.ISO_8859_1);
        return check(new String(bytes, StandardCharsets.UTF_8)).equals(mark.group(2)) ? Kind.OURS : Kind.CHANGED;
    }

    private static String check(String unchecked) {
        return Hash.hex(8, unchecked);
    }
}
