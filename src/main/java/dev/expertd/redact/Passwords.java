package dev.expertd.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passwords that show by the form in which they are handed over: in a URL, a header, an option, a connection string. */
final class Passwords {
    /** What stands beside the password in a connection string. */
    private static final Pattern CONNECTION = Pattern.compile(
            "(?i)(?:server|host|data source|uid|user(?: ?id|name)?|database|dbname|initial catalog)=[^;=,\\s\"']{1,100}(?:[; \"']|$)");

    private static final int BESIDE = 120;

    private Passwords() {}

    static List<SecretRule> all() {
        return List.of(
                rule(
                        "password",
                        AtAnchor.of(
                                        "(?<=[A-Za-z0-9])://[^\\s/:@'\"`<>?#]{0,100}:(?<secret>[^\\s/'\"`<>?#]{1,200})@(?!sha\\d)")
                                .when((text, found, secret) -> Value.isGiven(secret)),
                        "://"),
                rule(
                        "credentials",
                        AtAnchor.of("(?<=https?)://(?<secret>[A-Za-z0-9_-]{20,200})@")
                                .when((text, found, secret) -> Look.hasDigit(secret)),
                        "://"),
                rule("password", AtAnchor.of("(?i::thin:)[\\w$]{1,40}/(?<secret>[^\\s@/]{1,100})@"), ":thin:"),
                rule(
                        "credentials",
                        AtAnchor.of(
                                        "(?i:authorization)[\"']?\\s{0,3}[:=,]\\s{0,3}[\"']?(?i:bearer|basic|token|digest|apikey|negotiate)\\s{1,3}(?<secret>[A-Za-z0-9._~+/=:-]{6,4000}+)")
                                .when((text, found, secret) -> Value.isGiven(secret)),
                        "authorization"),
                rule(
                        "credentials",
                        AtAnchor.of("(?<!\\w)(?i:bearer)\\s{1,3}(?<secret>[A-Za-z0-9._~+/-]{16,4000}+=*+)")
                                .when((text, found, secret) -> Look.hasDigit(secret) && !Value.isCode(secret)),
                        "bearer"),
                rule(
                        "credentials",
                        AtAnchor.of("(?<!\\w)Basic\\s{1,3}(?<secret>[A-Za-z0-9+/]{8,1000}+={0,2})(?![\\w-])")
                                .when((text, found, secret) -> Value.isUserAndPassword(secret)),
                        "basic"),
                rule(
                        "credentials",
                        AtAnchor.of(
                                        "(?i:api-key|auth-token|access-token|private-token|job-token|vault-token|security-token|functions-key|subscription-key)[\"']?\\s{0,3}[:=,]\\s{0,3}[\"']?(?<secret>[A-Za-z0-9._~+/=-]{8,4000}+)")
                                .when((text, found, secret) -> Look.hasDigit(secret) && Value.isGiven(secret)),
                        "api-key",
                        "auth-token",
                        "access-token",
                        "private-token",
                        "job-token",
                        "vault-token",
                        "security-token",
                        "functions-key",
                        "subscription-key"),
                rule(
                        "cookie",
                        AtAnchor.of(
                                        "(?i:cookie)[\"']?: {0,3}[\"']?(?<secret>[\\w.-]{1,60}=[^\\s\"'\\\\]{12,4000}+[^\\r\\n\"']{0,4000}+)")
                                .when((text, found, secret) -> Look.hasDigit(secret)),
                        "cookie"),
                rule(
                        "password",
                        AtAnchor.of(
                                        "(?<=(?:^|[^\\w-])-{0,1})-(?i:password|passwd|passphrase|pass|pwd|token|secret|api-?key|access-?key|auth-?token|client-secret)(?:=|\\s{1,3})[\"']?(?<secret>[^\\s\"'`<>{}\\[\\]()]{5,500}+)")
                                .when((text, found, secret) -> Value.isOption(secret)),
                        "-pass",
                        "-pwd",
                        "-token",
                        "-secret",
                        "-api",
                        "-access",
                        "-auth",
                        "-client-secret"),
                rule(
                        "password",
                        AtAnchor.of(
                                        "(?:curl|wget)(?=\\s)[^\\n|;&]{0,200}?\\s(?:-u|--user)[ =]?[\"']?[^\\s:\"'$]{1,80}:(?<secret>[^\\s\"'@]{3,200})")
                                .when((text, found, secret) -> Value.isGiven(secret)),
                        "curl",
                        "wget"),
                rule(
                        "password",
                        AtAnchor.of(
                                "(?<!\\w)(?:mysql|mysqldump|mysqladmin|mariadb)(?=\\s)[^\\n|;&]{0,120}?\\s-p(?<secret>[^\\s\"'$-][^\\s\"']{3,100})"),
                        "mysql",
                        "mariadb"),
                rule("password", AtAnchor.of("sshpass\\s{1,3}-p\\s{0,3}[\"']?(?<secret>[^\\s\"'$]{3,100})"), "sshpass"),
                rule(
                        "password",
                        AtAnchor.of(
                                        "(?<!\\w)(?i:login)\\s{1,5}\\S{1,80}\\s{1,5}(?i:password)\\s{1,5}(?<secret>[^\\s\"'$<{]{3,100})")
                                .when((text, found, secret) -> Value.isOption(secret)),
                        "login"),
                rule(
                        "password",
                        AtAnchor.of("(?<=[; \"'])(?i:password|pwd)=(?<secret>[^;,\"'\\s]{3,200})")
                                .when((text, found, secret) -> Value.isGiven(secret) && isConnection(text, found)),
                        "password=",
                        "pwd="),
                rule(
                        "password",
                        AtAnchor.of(
                                        "(?i:password|passphrase|passcode)(?:\\s{1,3}(?i:is|was|of|being))?:?\\s{1,3}[\"'`]?(?<secret>[^\\s\"'`<>(){}\\[\\]]{8,100})")
                                .when((text, found, secret) -> Look.isRandom(secret)
                                        && Look.turns(secret) > 1
                                        && Value.isPassword(secret.replaceAll("[.,;:!?]+$", ""), true)),
                        "password",
                        "passphrase",
                        "passcode"),
                rule("secret", AtAnchor.of("django-insecure-(?<secret>[\\w!@#$%^&*=+-]{10,200})"), "django-insecure-"));
    }

    private static boolean isConnection(String text, Matcher found) {
        String before = text.substring(Math.max(0, found.start() - BESIDE), found.start());
        String after = text.substring(found.end(), Math.min(text.length(), found.end() + BESIDE));
        return CONNECTION
                .matcher(before.substring(before.lastIndexOf('\n') + 1) + after)
                .find();
    }

    private static SecretRule rule(String what, AtAnchor finder, String... anchors) {
        return new AnchoredRule(SecretRule.marker(what), finder, anchors);
    }
}
