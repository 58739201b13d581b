package dev.expertd.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Secrets of services that have a shape of their own but do not begin with it. */
final class ServiceSecrets {
    private ServiceSecrets() {}

    static List<SecretRule> all() {
        return List.of(
                rule(
                        "jwt",
                        AtAnchor.of(
                                        "(?:(?<![\\w-])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2}))eyJ[\\w-]{10,}+(?:\\.[\\w-]*+){1,4}")
                                .when((text, found, secret) -> isToken(secret)),
                        "eyj"),
                rule(
                        "slack webhook",
                        AtAnchor.of(
                                "hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/(?<secret>[\\w/]{20,200}+)"),
                        "hooks.slack"),
                rule("discord webhook", AtAnchor.of("/webhooks/(?<secret>\\d{15,22}/[\\w-]{40,100}+)"), "/webhooks/"),
                rule("teams webhook", AtAnchor.of("/webhookb2/(?<secret>[\\w@/-]{40,300}+)"), "/webhookb2/"),
                rule(
                        "telegram token",
                        AtAnchor.of("(?<=\\d{6}):(?<secret>A[\\w-]{34})(?![\\w-])")
                                .when((text, found, secret) -> Look.isRandom(secret)),
                        ":a"),
                rule("terraform token", AtAnchor.of("\\.atlasv1\\.(?<secret>[\\w-]{60,100}+)"), ".atlasv1."),
                rule("mailchimp key", AtAnchor.before(32, "(?<![\\w.-])[0-9a-f]{32}-us\\d{1,2}\\b"), "-us"),
                rule(
                        "mailgun key",
                        AtAnchor.of("(?i:mailgun)[^\\n]{0,60}?\\b(?<secret>key-[0-9a-f]{32})\\b"),
                        "mailgun"),
                rule("password hash", AtAnchor.of("\\$2[abxy]\\$\\d\\d\\$[./A-Za-z0-9]{53}"), "$2"),
                rule("password hash", AtAnchor.of("\\$argon2(?:id|i|d)\\$[\\w=,$+/.-]{20,300}+"), "$argon2"));
    }

    /** The header of a token is JSON that names an algorithm or a type. */
    private static boolean isToken(String token) {
        int dot = token.indexOf('.');
        String header = decoded(token.substring(0, dot));
        boolean named = header.contains("\"alg\"") || header.contains("\"typ\"") || header.contains("\"kid\"");
        return named || token.startsWith("eyJ", dot + 1);
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return ""; // one character too few or too many
        }
    }

    private static SecretRule rule(String what, AtAnchor finder, String... anchors) {
        return new AnchoredRule(SecretRule.marker(what), finder, anchors);
    }
}
