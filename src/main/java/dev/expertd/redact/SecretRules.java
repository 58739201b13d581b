package dev.expertd.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The kinds of secret that are known, the most telling first. Every pattern is linear: bounded repetitions, no nesting.
 */
final class SecretRules {
    private SecretRules() {}

    static List<SecretRule> all() {
        List<SecretRule> rules = new ArrayList<>();
        rules.addAll(keys());
        rules.addAll(contexts());
        rules.addAll(places());
        return List.copyOf(rules);
    }

    /** Secrets that show what they are by their own form. */
    private static List<SecretRule> keys() {
        return List.of(
                rule(
                        "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\\s:,.\\\\-]{0,20000}?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)",
                        "private key"),
                rule("\\b(?:AKIA|ASIA|AROA|AIDA|AGPA|ANPA|ABIA|ACCA)[A-Z0-9]{16}\\b", "aws key"),
                rule("\\bgh[pousr]_[A-Za-z0-9]{20,255}\\b", "github token"),
                rule("\\bgithub_pat_[A-Za-z0-9_]{20,255}\\b", "github token"),
                rule("\\bgl(?:pat|dt|rt|ft|soat|cbt|ptt)-[A-Za-z0-9_-]{16,255}", "gitlab token"),
                rule("\\bxox[abeoprs]-[A-Za-z0-9-]{10,255}", "slack token"),
                rule("\\bxapp-[0-9]-[A-Za-z0-9-]{10,255}", "slack token"),
                rule("hooks\\.slack\\.com/services/(?<secret>[A-Za-z0-9/]{20,120})", "slack webhook"),
                rule("\\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,255}\\b", "stripe key"),
                rule("\\bwhsec_[A-Za-z0-9]{16,255}\\b", "stripe webhook secret"),
                rule("\\bsk-ant-[A-Za-z0-9_-]{20,255}", "anthropic key"),
                rule("\\bsk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,255}", "openai key"),
                rule("\\bnpm_[A-Za-z0-9]{36}\\b", "npm token"),
                rule("\\bpypi-[A-Za-z0-9_-]{40,255}", "pypi token"),
                rule("\\bhf_[A-Za-z0-9]{30,80}\\b", "hugging face token"),
                rule("\\bSG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}\\b", "sendgrid key"),
                rule("\\b(?:AC|SK)[0-9a-f]{32}\\b", "twilio key"),
                rule("\\bAIza[A-Za-z0-9_-]{35}", "google key"),
                rule("\\bya29\\.[A-Za-z0-9_-]{20,500}", "google token"),
                rule("\\bGOCSPX-[A-Za-z0-9_-]{20,80}", "google secret"),
                rule("\\bdop_v1_[a-f0-9]{64}\\b", "digitalocean token"),
                rule("\\bdckr_pat_[A-Za-z0-9_-]{20,80}", "docker token"),
                rule(
                        "\\b(?:lin_api|figd|shpat|shpss|sq0atp|sq0csp|dapi|rubygems|PMAK|NRAK|phc|phx|tfp|sntrys)[_-][A-Za-z0-9_-]{20,255}",
                        "token"),
                rule("\\bhv[sb]\\.[A-Za-z0-9_-]{20,255}", "vault token"),
                rule("\\bAGE-SECRET-KEY-1[A-Z0-9]{50,60}\\b", "age key"),
                rule("\\bEAA[A-Za-z0-9]{80,255}\\b", "facebook token"),
                rule("\\b\\d{8,10}:AA[A-Za-z0-9_-]{33}\\b", "telegram token"),
                rule("\\beyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{0,2000}", "jwt"),
                rule("(?i)AccountKey=(?<secret>[A-Za-z0-9+/=]{40,120})", "azure key"),
                rule("(?i)[?&](?:sig|X-Amz-Signature)=(?<secret>[A-Za-z0-9%+/=]{20,200})", "signature"));
    }

    /** Secrets that show what they are by what stands before them. */
    private static List<SecretRule> contexts() {
        return List.of(
                rule(
                        "(?i)\\b(?:bearer|basic)\\s{1,3}(?<secret>[A-Za-z0-9._~+/-]{12,2000}={0,2})(?![A-Za-z0-9])",
                        "credentials"),
                rule("[a-zA-Z][a-zA-Z0-9+.-]{1,20}://[^\\s/:@'\"`]{1,100}:(?<secret>[^\\s/@'\"`]{1,200})@", "password"),
                rule(
                        "(?i)(?<![\\w-])[\\w-]{0,40}?(?:password|passwd|passphrase|secret|api[_-]?key|apikey|access[_-]?key|auth[_-]?token|access[_-]?token|client[_-]?secret|private[_-]?key|credential)[\\w-]{0,20}[\"']?\\s{0,3}(?:=|:|=>|:=)\\s{0,3}(?<q>[\"'])(?<secret>(?!\\$|\\{|<|%)[^\"'\\s]{6,500})\\k<q>",
                        "secret"),
                rule(
                        "(?i)(?:\\bpassword|\\bpasswd|_password|_passwd|_secret|_token|_key|\\bsecret|\\btoken|\\bapi[_-]?key)\\s{0,2}[=:]\\s{0,2}(?<secret>(?=[^\\s\"'`]{0,200}\\d)(?=[^\\s\"'`]{0,200}[A-Za-z])[A-Za-z0-9+/_!#%^&*.-]{12,500}={0,2})(?![\\w(.\\[])",
                        "secret"),
                rule("(?i)aws_secret_access_key\\W{1,6}(?<secret>[A-Za-z0-9/+=]{40})(?![A-Za-z0-9/+=])", "aws secret"),
                rule("(?i)\\barn:aws[a-z-]{0,10}:[a-z0-9-]{1,40}:[a-z0-9-]{0,30}:(?<secret>\\d{12})\\b", "account"),
                rule("(?i)\\baccount(?:[ _-]?id)?\\W{1,4}(?<secret>\\d{4}-?\\d{4}-?\\d{4})\\b", "account"),
                rule("\\b(?<secret>\\d{12})\\.dkr\\.ecr\\.", "account"));
    }

    /** Places and people that are nobody's business. */
    private static List<SecretRule> places() {
        return List.of(
                new SecretRule(
                        Pattern.compile("(?<![\\w.])/(?:home|Users)/[A-Za-z0-9._-]{1,64}(?=[/\\s\"'`:,;)\\]]|$)"), "~"),
                new SecretRule(
                        Pattern.compile("(?i)\\b[A-Z]:\\\\{1,2}Users\\\\{1,2}[A-Za-z0-9._ -]{1,64}(?=\\\\)"), "~"),
                rule(
                        "(?<![\\w.+/@-])(?!git@)[A-Za-z0-9._%+-]{0,63}[A-Za-z0-9]@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.[A-Za-z]{2,12}\\b(?![/:]\\S)",
                        "e-mail"),
                rule("\\b(?:[A-Za-z0-9-]{1,63}\\.){1,5}(?:internal|corp|intranet|lan)\\b(?!\\()", "internal host"),
                rule(
                        "(?<![\\d.])(?:10\\.\\d{1,3}|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\.\\d{1,3}\\.\\d{1,3}(?![\\d.]*\\d)",
                        "internal address"));
    }

    private static SecretRule rule(String regex, String what) {
        return new SecretRule(Pattern.compile(regex), "[redacted: " + what + "]");
    }
}
