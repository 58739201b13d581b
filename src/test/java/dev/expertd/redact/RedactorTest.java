package dev.expertd.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactorTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final Redactor redactor = new Redactor();

    /** Put together at run time, so that no scanner takes this file for a leak. */
    static Stream<String> secrets() {
        return Stream.of(
                "AKI" + "A" + upper(16),
                "gh" + "p_" + letters(36),
                "github" + "_pat_" + letters(40),
                "gl" + "pat-" + letters(20),
                "xo" + "xb-" + "123456789012-" + letters(24),
                "sk" + "_live_" + letters(24),
                "sk-" + "ant-" + letters(40),
                "sk-" + "proj-" + letters(40),
                "npm" + "_" + letters(36),
                "pypi" + "-" + letters(60),
                "hf" + "_" + letters(34),
                "SG" + "." + letters(22) + "." + letters(43),
                "AIza" + letters(35),
                "GOCSPX" + "-" + letters(28),
                "dop_v1" + "_" + "a1b2".repeat(16),
                "dckr" + "_pat_" + letters(27),
                "hv" + "s." + letters(24),
                "123456789" + ":AA" + letters(33),
                "ey" + "J" + letters(20) + ".ey" + "J" + letters(40) + "." + letters(43));
    }

    static Stream<List<String>> inContext() {
        return Stream.of(
                List.of("Authorization: Bearer ", letters(40), ""),
                List.of("Authorization: Basic ", letters(32) + "==", ""),
                List.of("postgres://app:", "s3cretPass", "@db/shop"),
                List.of("password = \"", "correct-horse-9", "\""),
                List.of("client_secret: '", letters(30), "'"),
                List.of("DB_PASSWORD=", "hunter2hunter2", " make run"),
                List.of("AccountKey=", letters(80) + "==", ";EndpointSuffix=core"),
                List.of("arn:aws:iam::", "123456789012", ":role/deploy"),
                List.of("account id: ", "123456789012", " is used"),
                List.of("-----BEGIN RSA PRIVATE " + "KEY-----\n", letters(200), "\n-----END RSA PRIVATE " + "KEY-----"),
                List.of("write to ", "jane.doe@corp.example", " about it"),
                List.of("opened ", "/home/jane", "/src/app.py"),
                List.of("opened C:\\Users\\", "jane", "\\src"),
                List.of("cannot reach ", "db1.prod.internal", " on start"),
                List.of("cannot reach ", "10.12.0.7", " on start"));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void aSecretGoesWhereverItStands(String secret) {
        for (String text : new String[] {
            secret,
            "uses " + secret + " here",
            "{\"k\": \"" + secret + "\"}",
            "a\n" + secret + "\nb",
            "x?t=" + secret + "&y=1"
        }) {
            assertThat(redactor.redact(text).text()).as(text).doesNotContain(secret);
        }
    }

    @ParameterizedTest
    @MethodSource("inContext")
    void whatStandsBehindATellingWordGoes(List<String> parts) {
        String text = redactor.redact(String.join("", parts)).text();
        assertThat(text).doesNotContain(parts.get(1));
    }

    @Test
    void codeHashesAndIdentifiersComeThroughUnchanged() {
        Random random = new Random(7);
        StringBuilder code = new StringBuilder();
        while (code.length() < 200_000) {
            code.append("commit ").append(hex(random, 40)).append('\n');
            code.append("const ID = \"")
                    .append(new UUID(random.nextLong(), random.nextLong()))
                    .append("\";\n");
            code.append("token = tokens.next(); password = None; self.secret_key = settings.SECRET_KEY\n");
            code.append("def authenticate_with_a_very_long_identifier_name_")
                    .append(random.nextInt(1000))
                    .append("(user, password):\n");
            code.append("    if password != stored_password: raise InvalidPasswordError(\"wrong password\")\n");
            code.append("version 1.24.")
                    .append(random.nextInt(100))
                    .append(" sha256:")
                    .append(hex(random, 64))
                    .append('\n');
            code.append("http://localhost:8000/api?key=value 127.0.0.1:5432 git@github.com:owner/repo.git\n");
            code.append("@Override public Token nextToken() { return token == null ? read() : token; }\n");
        }
        assertThat(redactor.redact(code.toString()).text()).isEqualTo(code.toString());
    }

    @Test
    void ourOwnSourcesComeThroughUnchanged() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file);
                assertThat(redactor.redact(source).text()).as(file.toString()).isEqualTo(source);
            }
        }
    }

    @Test
    void aMegabyteOfNothingEndsSoon() {
        for (String piece : new String[] {"a", "/home/", "password=", "eyJ", "@a.", "10.", "-----BEGIN "}) {
            assertThat(redactor.redact(piece.repeat(1_000_000 / piece.length())).text())
                    .isNotEmpty();
        }
    }

    private static String letters(int count) {
        Random random = new Random(count);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static String upper(int count) {
        return letters(count).toUpperCase(java.util.Locale.ROOT);
    }

    private static String hex(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }
}
