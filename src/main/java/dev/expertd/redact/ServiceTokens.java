package dev.expertd.redact;

import static dev.expertd.redact.TokenShape.ALNUM;
import static dev.expertd.redact.TokenShape.HEX;
import static dev.expertd.redact.TokenShape.URL_SAFE;
import static dev.expertd.redact.TokenShape.atLeast;
import static dev.expertd.redact.TokenShape.exactly;
import static dev.expertd.redact.TokenShape.some;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tokens of services that developers use. Lengths are those of real tokens where the beginning alone could be code, and
 * less where it could be nothing else. Checksums are not computed: a token that is taken for a false one would be kept.
 */
final class ServiceTokens {
    /** A number in base64 begins with one of these, and the number of a bot is what its token begins with. */
    private static final String[] DISCORD = {"MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"};

    private final List<TokenShape> shapes = new ArrayList<>();

    private ServiceTokens() {}

    static List<TokenShape> all() {
        ServiceTokens tokens = new ServiceTokens();
        tokens.ofCodeHosts();
        tokens.ofRegistries();
        tokens.ofChats();
        tokens.ofPayment();
        tokens.ofModels();
        tokens.ofOperations();
        tokens.ofProducts();
        return List.copyOf(tokens.shapes);
    }

    private void ofCodeHosts() {
        add("age key", exactly("[A-Z0-9]", 58), "AGE-SECRET-KEY-1");
        add("github token", atLeast(ALNUM, 20), "ghp_", "gho_", "ghu_", "ghs_", "ghr_");
        add("github token", atLeast("\\w", 22), "github_pat_");
        String routed = atLeast(URL_SAFE, 20) + "(?:\\.[a-z0-9]{2,12}){0,3}";
        add("gitlab token", routed, "glpat-", "gldt-", "glrt-", "glft-", "glsoat-", "glcbt-", "glptt-", "gloas-");
        add("gitlab token", routed, "glimt-", "glagent-", "glffct-");
        add("atlassian token", atLeast("[A-Za-z0-9_=-]", 30), "ATATT3", "ATCTT3");
        add("bitbucket token", some(ALNUM, 28), Look::isRandom, "ATBB");
        add("circleci token", atLeast("\\w", 30), "CCIPAT_", "CCIPRJ_");
        add("sonar token", exactly(HEX, 40), "sqp_", "squ_", "sqa_");
        add("linear key", atLeast(ALNUM, 32), "lin_api_", "lin_oauth_");
    }

    private void ofRegistries() {
        add("npm token", exactly(ALNUM, 36), "npm_");
        add("pypi token", some(URL_SAFE, 40), Look::isRandom, "pypi-");
        add("docker token", atLeast(URL_SAFE, 20), "dckr_pat_", "dckr_oat_");
        add("rubygems key", exactly(HEX, 48), "rubygems_");
        add("crates token", exactly(ALNUM, 32), Look::isRandom, "cio");
        add("nuget key", exactly("[a-z0-9]", 43), Look::hasDigit, "oy2");
        add("postman key", exactly(HEX, 24) + "-" + exactly(HEX, 34), "PMAK-");
        add("artifactory key", some(ALNUM, 60), Look::isRandom, "AKC");
    }

    private void ofChats() {
        String slack = some("[A-Za-z0-9-]", 10);
        add("slack token", slack, Look::hasDigit, "xoxa-", "xoxb-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-");
        add("slack token", slack, Look::hasDigit, "xoxe.xoxp-", "xoxe.xoxb-", "xoxc-", "xoxd-");
        add("slack token", "[0-9]-" + slack, "xapp-");
        add("facebook token", "(?<![+/]EAA)" + atLeast(ALNUM, 80) + "(?![+/=])", "EAA");
        add("discord token", "[\\w-]{20,26}\\.[\\w-]{6}\\." + some("[\\w-]", 27), Look::isRandom, DISCORD);
        add("sendgrid key", "[\\w-]{16,32}\\.[\\w-]{32,64}(?![\\w-])", Look::isRandom, "SG.");
        add("twilio key", exactly(HEX, 32), "AC", "SK");
        add("age key", exactly("[A-Z0-9]", 58), "AGE-SECRET-KEY-1");
    }

    private void ofPayment() {
        add("stripe key", atLeast(ALNUM, 16), "sk_live_", "rk_live_", "pk_live_", "sk_test_", "rk_test_", "pk_test_");
        add("stripe secret", atLeast("[A-Za-z0-9+/]", 24), "whsec_");
        add("stripe account", exactly(ALNUM, 16), Look::hasDigit, "acct_");
        add("square token", atLeast(URL_SAFE, 22), "sq0atp-", "sq0csp-", "sq0idp-");
        add("shopify token", exactly("[A-Fa-f0-9]", 32), "shpat_", "shpca_", "shppa_", "shpss_");
    }

    private void ofModels() {
        add("anthropic key", atLeast(URL_SAFE, 20), "sk-ant-");
        add("openai key", some(URL_SAFE, 20), Look::hasDigit, "sk-proj-", "sk-svcacct-", "sk-admin-", "sk-None-");
        add("openrouter key", atLeast(ALNUM, 32), "sk-or-v1-");
        add("openai key", some(ALNUM, 20), Look::hasDigitAndLetter, "sk-");
        add("hugging face token", atLeast(ALNUM, 30), "hf_", "api_org_");
        add("groq key", atLeast(ALNUM, 40), "gsk_");
        add("xai key", atLeast(ALNUM, 60), "xai-");
        add("perplexity key", atLeast(ALNUM, 40), "pplx-");
        add("replicate token", atLeast(ALNUM, 36), "r8_");
        add("langsmith key", HEX + "{32}_" + exactly(HEX, 10), "lsv2_pt_", "lsv2_sk_");
        add("langfuse key", "[0-9a-f-]{36}(?![\\w-])", "sk-lf-");
    }

    private void ofOperations() {
        add("digitalocean token", exactly(HEX, 64), "dop_v1_", "doo_v1_", "dor_v1_");
        add("databricks token", HEX + "{32}(?:-\\d)?(?!" + ALNUM + ")", "dapi");
        add("vault token", atLeast(URL_SAFE, 20), "hvs.", "hvb.", "hvr.");
        add("grafana token", some("\\w", 38), Look::hasDigit, "glsa_");
        add("grafana token", atLeast("[A-Za-z0-9+/=]", 32), "glc_");
        add("doppler token", "(?:pt|st|ct|sa|scim|audit)\\.[A-Za-z0-9._-]{40,}+", "dp.");
        add("pulumi token", exactly(HEX, 40), "pul-");
        add("heroku key", "[A-Za-z0-9_-]{36,}+", "HRKU-");
        add("sentry token", atLeast("[A-Za-z0-9_=+/-]", 40), "sntrys_", "sntryu_");
        add("new relic key", exactly("[A-Z0-9]", 27), "NRAK-");
        add("tailscale key", "(?:auth|api|client|scim|webhook)-[A-Za-z0-9-]{20,}+", "tskey-");
        add("supabase token", exactly(HEX, 40), "sbp_");
        add("netlify token", exactly(ALNUM, 36), "nfp_");
        add("planetscale token", atLeast("[\\w.-]", 30), "pscale_tkn_", "pscale_pw_", "pscale_oauth_");
        add("fly token", atLeast("[A-Za-z0-9+/=,_-]", 40), "fm2_", "fo1_");
        add("buildkite token", exactly(HEX, 40), "bkua_");
        add("1password token", atLeast("[A-Za-z0-9_=-]", 80), "ops_eyJ");
        add("dynatrace token", "[A-Z0-9]{24}\\.[A-Z0-9]{64}", "dt0c01.", "dt0s01.");
    }

    private void ofProducts() {
        add("figma token", atLeast(URL_SAFE, 36), "figd_");
        add("posthog key", exactly(ALNUM, 43), "phx_");
        add("notion token", atLeast(ALNUM, 43), "ntn_");
        add("airtable token", ALNUM + "{14}\\." + exactly(HEX, 64), "pat");
        add("dropbox token", atLeast(URL_SAFE, 130), "sl.");
    }

    private void add(String what, String body, String... prefixes) {
        add(what, body, token -> true, prefixes);
    }

    private void add(String what, String body, Predicate<String> proof, String... prefixes) {
        Pattern pattern = Pattern.compile(body);
        for (String prefix : prefixes) {
            shapes.add(new TokenShape(what, prefix, pattern, proof));
        }
    }
}
