package dev.expertd.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.expertd.redact.PlantedSecrets.Planted;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A megabyte of what a rule likes least ends within a bound that only a rule worse than linear would reach. */
class HostileRedactionTest {
    private static final int MEGABYTE = 1_000_000;

    private final Redactor redactor = new Redactor();

    static Stream<String> pieces() {
        Stream<String> written = Stream.of(
                "a",
                "a ",
                "@",
                "a@",
                "a@a.",
                "a@a.com,",
                "10.",
                "10.1.1.1.",
                "/home/",
                "/home/a",
                "C:\\Users\\",
                "\\",
                "\\n",
                ".internal",
                ".lan.",
                "a.a.local",
                "://",
                "http://a:",
                "http://a:b",
                "a://:",
                "eyJ",
                "eyJa.",
                "eyJ-",
                "eyJ.eyJ.",
                "password",
                "password=",
                "password='",
                "password = \"",
                "password=a1",
                "password: x x",
                "token=",
                "key",
                "api_key=",
                "secret>",
                "passwd(",
                "bearer ",
                "Basic ",
                "authorization: ",
                "authorization: bearer ",
                "cookie: a=",
                "--password ",
                "-p",
                "curl ",
                "curl -u a:",
                "mysql ",
                "mysql -p",
                "login a password ",
                "host=a ",
                "host=a;password=",
                ":thin:a/",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----Version: ",
                "-----END PRIVATE KEY-----",
                "AAAAAAAAAAAAAAAA\n-----END PRIVATE KEY-----\n",
                "A\n",
                "PRIVATE KEY A",
                "-",
                "- ",
                "LS0tLS1CRUdJTi",
                "AKIA",
                "ghp_",
                "ghp_-",
                "xoxb-",
                "xoxb-a-",
                "pypi-",
                "pypi-_",
                "sk-",
                "SG.",
                "SG.aaaaaaaaaaaaaaaa.",
                "MT",
                "MTa.",
                "hvs.",
                "1:A",
                "123456:A",
                ":AA",
                "$2a$10$",
                "$argon2i$",
                "account 1",
                "arn:aws:",
                "projects/1",
                "-us1",
                "Q~",
                "AZDO",
                "mailgun ",
                "sig=",
                "x-amz-signature=",
                "/webhooks/1",
                "dp.pt.",
                "\u001b",
                "\u001b[",
                "\u001b]",
                "\u200b",
                "\udb40",
                "[redacted: ",
                "[redacted: aws key] ",
                "${",
                "'",
                "\"",
                "`",
                ":",
                "=",
                "\n",
                "\u00e9",
                "\ud83d\ude00");
        return Stream.concat(written, PlantedSecrets.all(3).map(Planted::text));
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void aMegabyteOfAnythingEndsSoon(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> redactor.redact(text));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverIsMixedEndsAndIsDone(long seed) {
        Random random = new Random(seed);
        List<String> pieces = pieces().toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        String once = redactor.redact(text.toString()).text();
        assertThat(once).isNotEmpty();
        PlantedSecrets.all(3)
                .filter(planted -> planted.kind().contains("token"))
                .forEach(planted -> assertThat(once).doesNotContain(" " + planted.text() + " "));
    }
}
