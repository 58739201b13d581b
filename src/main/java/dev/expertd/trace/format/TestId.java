package dev.expertd.trace.format;

import dev.expertd.io.Hash;
import java.util.regex.Pattern;

/**
 * A test's identity across runs: 32 hex digits of a SHA-256 over what names it. What differs from run to run, machine to
 * machine or checkout to checkout is taken out of the names first.
 */
public final class TestId {
    private static final int BYTES = 16;
    private static final int NAME = 4_096;
    private static final String BETWEEN = "\u001f";

    private static final Pattern UUID =
            Pattern.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final Pattern ADDRESS = Pattern.compile("\\b0x[0-9a-fA-F]{4,16}\\b|(?<=\\w)@[0-9a-f]{5,16}\\b");
    private static final Pattern TIME = Pattern.compile(
            "\\b\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})?");

    /** An absolute path up to the folder above the last two names, which are enough to tell files apart. */
    private static final Pattern CHECKOUT = Pattern.compile(
            "(?<![\\w.:/\\\\-])(?:[A-Za-z]:[/\\\\]|/)(?:[^\\s/\\\\:]{1,120}[/\\\\]){1,40}(?=[^\\s/\\\\:]{1,120}[/\\\\][^\\s/\\\\:]{1,120})");

    private TestId() {}

    /**
     * The identity of the test that its format calls so.
     *
     * @param family formats whose names mean the same share a family
     * @param owner file, suite or class; empty if the format has none
     */
    public static String of(String family, String owner, String name) {
        return Hash.hex(BYTES, family, BETWEEN, lasting(owner), BETWEEN, lasting(name));
    }

    private static String lasting(String text) {
        String lasting = text.length() <= NAME ? text : text.substring(0, NAME);
        if (lasting.indexOf('/') >= 0 || lasting.indexOf('\\') >= 0) {
            lasting = CHECKOUT.matcher(lasting).replaceAll("").replace('\\', '/');
        }
        if (lasting.indexOf('-') >= 0) {
            lasting = UUID.matcher(lasting).replaceAll("{uuid}");
            lasting = TIME.matcher(lasting).replaceAll("{time}");
        }
        return lasting.indexOf('@') >= 0 || lasting.indexOf("0x") >= 0
                ? ADDRESS.matcher(lasting).replaceAll("{address}")
                : lasting;
    }
}
