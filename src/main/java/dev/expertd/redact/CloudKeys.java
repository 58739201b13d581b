package dev.expertd.redact;

import static dev.expertd.redact.TokenShape.URL_SAFE;
import static dev.expertd.redact.TokenShape.atLeast;
import static dev.expertd.redact.TokenShape.exactly;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Keys of clouds, and the numbers of the accounts in them. */
final class CloudKeys {
    private CloudKeys() {}

    static List<TokenShape> shapes() {
        List<TokenShape> shapes = new ArrayList<>();
        for (String kind : List.of("AKIA", "ASIA", "AROA", "AIDA", "AGPA", "ANPA", "ABIA", "ACCA", "AIPA", "ANVA")) {
            add(shapes, "aws key", exactly("[A-Z0-9]", 16) + "(?![a-z])", kind);
        }
        add(shapes, "aws session token", atLeast("[A-Za-z0-9+/=%]", 50), "FwoGZXIvYXdz");
        add(shapes, "aws session token", atLeast("[A-Za-z0-9+/=%]", 50), "IQoJb3JpZ2lu");
        add(shapes, "aws key", atLeast("[A-Za-z0-9+/=]", 100), "ABSK");
        add(shapes, "google key", exactly(URL_SAFE, 35), "AIza");
        add(shapes, "google token", atLeast("[A-Za-z0-9._-]", 20), "ya29.");
        add(shapes, "google token", atLeast(URL_SAFE, 40), "1//0");
        add(shapes, "google secret", atLeast(URL_SAFE, 20), "GOCSPX-");
        add(shapes, "alibaba key", "(?=[A-Za-z]{0,19}\\d)" + TokenShape.ALNUM + "{16,24}+", "LTAI");
        return shapes;
    }

    private static void add(List<TokenShape> shapes, String what, String body, String prefix) {
        shapes.add(new TokenShape(what, prefix, Pattern.compile(body), token -> true));
    }

    static List<SecretRule> rules() {
        return List.of(
                rule(
                        "aws secret",
                        "(?i:secret_?access_?key)\\W{1,6}(?<secret>[A-Za-z0-9/+=]{40})(?![A-Za-z0-9/+=])",
                        "secret"),
                rule(
                        "aws secret",
                        "\\[redacted: aws key\\][^A-Za-z0-9/+\\[]{1,20}(?:\\w{1,40}[^A-Za-z0-9/+]{1,6}){0,3}?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])",
                        "[redacted: aws key]"),
                rule(
                        "azure key",
                        "(?i:accountkey|sharedaccesskey)=(?<secret>[A-Za-z0-9+/]{40,120}={0,2})",
                        "accountkey=",
                        "sharedaccesskey="),
                rule(
                        "signature",
                        "(?i:sig|x-amz-signature|x-goog-signature|x-amz-credential|x-amz-security-token)=(?<secret>[A-Za-z0-9%+/=_-]{20,2000})",
                        "sig=",
                        "x-amz-",
                        "x-goog-"),
                rule(
                        "account",
                        "(?i:arn:aws)[a-z-]{0,10}:[a-z0-9-]{1,40}:[a-z0-9-]{0,30}:(?<secret>\\d{12})\\b",
                        "arn:aws"),
                rule(
                        "account",
                        "(?i:account(?:[ _-]?(?:id|number|no))?|owner[ _-]?id)[\"']?[ \\t]{0,3}(?:[:=(]|is)?[ \\t]{0,3}[\"'`#]?(?<secret>(?!0{12})\\d{12}|\\d{4}-\\d{4}-\\d{4}|[0-9a-f]{32})(?![\\w-])",
                        "account",
                        "owner"),
                rule(
                        "account",
                        "(?i:projects?)(?:(?i:[ _-]?(?:number|no))[\"']?\\W{1,4}|/)(?<secret>\\d{10,13})(?!\\w)",
                        "project"),
                rule(
                        "account",
                        "/(?i:subscriptions)/(?<secret>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})",
                        "/subscriptions/"),
                before(4, "azure secret", "(?<![\\w~.-])[\\w~.-]{3}\\dQ~[\\w~.-]{31,34}(?![\\w~-])", "q~"),
                before(76, "azure token", "(?<![A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])", "azdo"),
                before(12, "account", "(?<![\\w.])(?<secret>\\d{12})\\.dkr\\.ecr\\.", ".dkr.ecr."),
                before(46, "account", "(?<![\\w.])\\d{10,13}-[a-z0-9]{32}(?=\\.apps\\.)", ".apps.googleusercontent"));
    }

    private static SecretRule rule(String what, String regex, String... anchors) {
        return new AnchoredRule(SecretRule.marker(what), AtAnchor.of(regex), anchors);
    }

    private static SecretRule before(int back, String what, String regex, String anchor) {
        return new AnchoredRule(SecretRule.marker(what), AtAnchor.before(back, regex), anchor);
    }
}
