package dev.expertd.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Made-up secrets of every kind, put together at run time so that no scanner takes a test for a leak.
 *
 * <p>Each has its own random part: what is found again somewhere tells which one it was.
 */
public final class PlantedSecrets {
    private static final String ALNUM = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String HEX = "0123456789abcdef";

    private final Random random;
    private final List<Planted> all = new ArrayList<>();

    /**
     * One secret in its surroundings.
     *
     * @param kind what it is called in a failing test
     * @param text as it stands in a line
     * @param secret the part of the text that may be found nowhere
     */
    public record Planted(String kind, String text, String secret) {
        @Override
        public String toString() {
            return kind;
        }
    }

    private PlantedSecrets(long seed) {
        random = new Random(seed);
    }

    /** Tokens that show what they are wherever they stand. */
    public static Stream<Planted> tokens(long seed) {
        PlantedSecrets secrets = new PlantedSecrets(seed);
        secrets.tokens();
        return secrets.all.stream();
    }

    /** Every kind, with what has to stand around it. */
    public static Stream<Planted> all(long seed) {
        PlantedSecrets secrets = new PlantedSecrets(seed);
        secrets.tokens();
        secrets.inContext();
        secrets.privateKeys();
        secrets.places();
        return secrets.all.stream();
    }

    private void tokens() {
        token("aws access key", "AKI" + "A", upper(16));
        token("aws temporary key", "ASI" + "A", upper(16));
        token("google key", "AI" + "za", alnum(35));
        token("google oauth token", "ya2" + "9.", alnum(60));
        token("google client secret", "GOC" + "SPX-", alnum(28));
        token("age key", "AGE-SECRET-" + "KEY-1", upper(58));
        token("github token", "gh" + "p_", alnum(36));
        token("github app token", "gh" + "s_", alnum(36));
        token("github fine-grained token", "github" + "_pat_", alnum(22) + "_" + alnum(59));
        token("gitlab token", "gl" + "pat-", alnum(20));
        token("slack token", "xo" + "xb-", "123456789012-" + alnum(24));
        token("npm token", "np" + "m_", alnum(36));
        token("pypi token", "py" + "pi-", "AgEIcHlwaS5vcmc" + alnum(70));
        token("stripe key", "sk" + "_live_", alnum(24));
        token("stripe restricted key", "rk" + "_live_", alnum(24));
        token("openai key", "sk" + "-", alnum(48));
        token("openai project key", "sk" + "-proj-", alnum(80));
        token("anthropic key", "sk" + "-ant-api03-", alnum(90));
        token("sendgrid key", "SG" + ".", alnum(22) + "." + alnum(43));
        token("twilio key", "S" + "K", hex(32));
        token("hugging face token", "h" + "f_", alnum(34));
        token("digitalocean token", "dop" + "_v1_", hex(64));
        token("databricks token", "da" + "pi", hex(32));
        token("atlassian token", "ATA" + "TT3xFfGF0", alnum(170));
        token("vault token", "hv" + "s.", alnum(90));
        token("docker token", "dck" + "r_pat_", alnum(27));
        token("linear key", "lin" + "_api_", alnum(40));
        token("groq key", "gs" + "k_", alnum(52));
        token("grafana token", "gls" + "a_", alnum(32) + "_" + hex(8));
        token("shopify token", "shp" + "at_", hex(32));
        token("age key", "AGE-SECRET" + "-KEY-1", upper(58));
        add("telegram token", "7" + digits(9) + ":A" + "A", alnum(32) + "1", "");
        add("jwt", "ey" + "JhbGciOiJIUzI1NiJ9.ey" + "J", alnum(60) + "." + alnum(43), "");
    }

    private void inContext() {
        add(
                "slack webhook",
                "https://hooks.slack" + ".com/services/",
                "T" + upper(8) + "/B" + upper(8) + "/" + alnum(24),
                "");
        add("discord webhook", "https://discord.com/api/webhooks/", digits(18) + "/" + alnum(68), "");
        add("aws secret", "aws_secret_access_key = ", alnum(40), "");
        add("azure storage key", "AccountKey=", alnum(86) + "==", ";EndpointSuffix=core");
        add("azure sas", "https://a.blob.example/c?sv=2024&sig=", alnum(43) + "%3D", "&se=2030");
        add("password in a url", "postgres://app:", "s3" + alnum(9), "@db/shop");
        add("password set", "password=", "h5" + alnum(8), "");
        add("password in quotes", "PASSWORD: \"", "q7!" + alnum(8), "\"");
        add("password in an environment", "export DB_PASS=", "S7" + alnum(9), "");
        add("password told", "the password is ", "Q4" + alnum(6) + "x8B2", "");
        add("framework secret", "SECRET_KEY = 'django-" + "insecure-", alnum(40), "'");
        add("password option", "deploy --password ", "o2" + alnum(8), "");
        add("password in a connection string", "Server=db;User Id=sa;Password=", "c" + alnum(9), ";");
        add("bearer header", "Authorization: Bearer ", alnum(40), "");
        add("basic header", "Authorization: Basic ", alnum(30) + "==", "");
        add("key header", "X-Api-Key: ", alnum(30) + "7", "");
        add("api key", "apiKey = '", alnum(15) + "1a2b" + alnum(12), "'");
        add("account in an arn", "arn:aws:iam::", "4" + digits(11), ":role/deploy");
        add("account number", "account id: ", "5" + digits(11), " is used");
        add("google project number", "project number: ", "6" + digits(11), " is used");
    }

    private void privateKeys() {
        String begin = "-----BEGIN RSA PRIVATE " + "KEY-----";
        String end = "-----END RSA PRIVATE " + "KEY-----";
        add("private key on one line", begin + "\\n", alnum(64) + "\\n" + alnum(40), "\\n" + end);
        add("private key, cut", begin + " ", alnum(64), "");
        add("private key, its head cut", "", alnum(64), " " + end);
    }

    private void places() {
        add("e-mail", "write to ", "jane." + word(9) + "@corp.example", " about it");
        add("home directory", "opened ", "/home/" + word(9), "/src/app.py");
        add("home directory of a mac", "opened ", "/Users/" + word(9), "/src/app.py");
        add("home directory of windows", "opened C:\\Users\\", word(9), "\\src\\app.py");
        add("internal host", "cannot reach ", word(9) + ".prod.internal", " on start");
        add("corporate host", "cannot reach ", word(9) + ".corp", " on start");
        add("local host", "cannot reach ", word(9) + "-1.local", " on start");
        add("lan host", "GET http://", word(9) + ".lan", "/status");
        add("internal address", "cannot reach ", "10." + random.nextInt(90) + ".211.17", ":5432 on start");
    }

    private void token(String kind, String prefix, String body) {
        add(kind, prefix, body, "");
    }

    private void add(String kind, String before, String secret, String after) {
        all.add(new Planted(kind, before + secret + after, secret));
    }

    private String alnum(int count) {
        return "x4Q" + of(ALNUM, count - 3);
    }

    private String upper(int count) {
        return of(ALNUM, count).toUpperCase(Locale.ROOT);
    }

    private String hex(int count) {
        return of(HEX, count);
    }

    private String digits(int count) {
        return of("0123456789", count);
    }

    private String word(int count) {
        return of("abcdefghijklmnopqrstuvwxyz", count);
    }

    private String of(String alphabet, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
