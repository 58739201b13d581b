package dev.expertd.redact;

import java.util.Set;
import java.util.regex.Pattern;

/** Addresses of inner networks (RFC 1918), told from versions of four parts. The ranges themselves are no secret. */
final class Addresses {
    private static final Set<String> RANGES = Set.of("10.0.0.0", "192.168.0.0", "172.16.0.0");
    private static final Pattern VERSION =
            Pattern.compile("(?i)(?:version|release|ver|build|[=<>~^]=|[~^]|[a-z]/|[a-z]-)[\"']?[ :]{0,2}[\"']?$");
    private static final int BEFORE = 16;

    private Addresses() {}

    static SecretRule rule() {
        AtAnchor finder = AtAnchor.of(
                        "(?<![\\w.])(?:10\\.\\d{1,3}|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\.\\d{1,3}\\.\\d{1,3}(?!\\w|[.-]\\w)")
                .when((text, found, secret) -> isAddress(text, found.start(), secret));
        return new AnchoredRule(SecretRule.marker("internal address"), finder, "10.", "192.168.", "172.");
    }

    private static boolean isAddress(String text, int start, String address) {
        for (String octet : address.split("\\.", -1)) {
            if (Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        boolean url = start > 1 && text.startsWith("//", start - 2);
        String before = text.substring(Math.max(0, start - BEFORE), start);
        return !RANGES.contains(address) && (url || !VERSION.matcher(before).find());
    }
}
