package dev.expertd.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.redact.PlantedSecrets.Planted;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final String KEY = "PRIVATE " + "KEY-----";
    private static final String MATERIAL = "MIIEpAIBAAKCAQEA7bq3Zx9LmN0pQrStUvWxYz01";

    private final Redactor redactor = new Redactor();

    static Stream<Planted> tokens() {
        return Stream.of(1L, 2L, 3L).flatMap(PlantedSecrets::tokens);
    }

    static Stream<Planted> secrets() {
        return Stream.of(4L, 5L, 6L).flatMap(PlantedSecrets::all);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void aTokenGoesWhereverItStands(Planted planted) {
        for (String text : new String[] {
            planted.text(),
            "uses " + planted.text() + " here",
            "{\"k\": \"" + planted.text() + "\"}",
            "a\n" + planted.text() + "\nb",
            "a\\n" + planted.text() + "\\nb",
            "x?t=" + planted.text() + "&y=1",
            "x%3D" + planted.text() + "%26y",
            "\u001b[31m" + planted.text() + "\u001b[0m",
            "`" + planted.text() + "`"
        }) {
            assertThat(redact(text)).as(text).doesNotContain(planted.secret());
        }
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void whatStandsBehindATellingWordGoesAndAMarkerSaysWhatItWas(Planted planted) {
        String text = redact("since today " + planted.text() + " is refused");
        assertThat(text)
                .doesNotContain(planted.secret())
                .startsWith("since today ")
                .endsWith(" is refused");
        assertThat(text).containsPattern("\\[redacted: [a-z0-9 -]+]|~");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void whatWasRedactedIsNotRedactedAgain(Planted planted) {
        String once = redact(planted.text());
        assertThat(redact(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN RSA %k\n%m\n%m\n-----END RSA %k",
                "-----BEGIN %k\n%m\n%m\n-----END %k",
                "-----BEGIN RSA %k\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123\n\n%m\n-----END RSA %k",
                "\"-----BEGIN EC %k\\n%m\\n%m\\n-----END EC %k\\n\"",
                "\"-----BEGIN EC %k\\n\" +\n  \"%m\\n\" +\n  \"-----END EC %k\"",
                "+-----BEGIN OPENSSH %k\n+%m\n+%m\n+-----END OPENSSH %k",
                "> -----BEGIN %k\n> %m\n> %m",
                "-----BEGIN %k %m and here it was cut",
                "%m\n%m\n-----END RSA %k"
            })
    void aPrivateKeyGoesWholeOrCutHoweverItIsWrapped(String form) {
        String text = redact("before " + form.replace("%k", KEY).replace("%m", MATERIAL) + " after");
        assertThat(text).doesNotContain(MATERIAL).startsWith("before").endsWith("after");
    }

    @Test
    void aPrivateKeyThatWasEncodedOnceMoreGoesAndACertificateStays() {
        String key = encoded("-----BEGIN EC " + KEY + "\n" + MATERIAL);
        String certificate = encoded("-----BEGIN CERTIFICATE-----\n" + MATERIAL);
        assertThat(redact("client-key-data: " + key)).doesNotContain(key);
        assertThat(redact("client-certificate-data: " + certificate)).contains(certificate);
    }

    @Test
    void aSecretThatStandsBesideItsKeyGoesToo() {
        String pair = "AKI" + "A" + "IOSFODNN7ABCDEFG,wJalrXUtnFEMI/K7MDENG/bPxRfiCYabcdefghij";
        assertThat(redact(pair)).isEqualTo("[redacted: aws key],[redacted: aws secret]");
    }

    @ParameterizedTest
    @CsvSource({
        "/home/jane/src/app.py, ~/src/app.py",
        "/var/home/jane/src, ~/src",
        "/mnt/c/Users/jane/src, ~/src",
        "C:/Users/jane/src, ~/src",
        "C:\\Users\\jane\\src, ~\\src",
        "file:///home/jane/x, file://~/x",
        "-I/home/jane/include, -I~/include",
        "src/home/jane/page.tsx, src/home/jane/page.tsx",
    })
    void whatStandsBelowAHomeDirectoryStays(String path, String redacted) {
        assertThat(redact(path)).isEqualTo(redacted);
    }

    @Test
    void anAddressThatIsPublicStaysAndOthersGo() {
        Redactor sparing = Redactor.sparing(Stream.of("- ask team@corp.example before a release"));
        assertThat(sparing.redact("Team@corp.example and jane@corp.example").text())
                .isEqualTo("Team@corp.example and [redacted: e-mail]");
    }

    @Test
    void aSecretIsFoundThoughSignsThatNobodySeesStandInIt() {
        String secret = "gh" + "p_" + "x4Q1".repeat(9);
        String hidden =
                secret.substring(0, 9) + "\u200b" + secret.substring(9, 20) + "\u001b[1m" + secret.substring(20);
        assertThat(redact("a " + hidden + " b")).isEqualTo("a [redacted: github token] b");
    }

    @Test
    void whatMovesATerminalsCursorOrTurnsTheWritingIsDropped() {
        assertThat(redact("a\u001b[2Kb\u0007c\u202ed\u2066e\u001b]0;title\u0007f\u009b1mg \udb40\udc41h"))
                .isEqualTo("abcdef1mg h");
        assertThat(redact("tab\tline\nend\r\n")).isEqualTo("tab\tline\nend\r\n");
    }

    @Test
    void aVastTextIsCut() {
        assertThat(redact("a ".repeat(1 << 20)))
                .endsWith("[cut: longer than 1 MiB]")
                .hasSizeLessThan((1 << 20) + 100);
    }

    private String redact(String text) {
        return redactor.redact(text).text();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
