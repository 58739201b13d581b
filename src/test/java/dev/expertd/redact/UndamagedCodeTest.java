package dev.expertd.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code that is there, and the hashes, sums and ids that stand in code, come through without a change. */
class UndamagedCodeTest {
    private static final int LEAST = 200_000;

    private final Redactor redactor = new Redactor();

    @Test
    void everySourceOfThisProjectComesThroughUnchanged() {
        List<Path> files = Stream.of("src/main", "bench", "hooks", "docs")
                .flatMap(folder -> files(Path.of(folder)))
                .filter(file -> !isOfTheRulesThemselves(file))
                .toList();
        List<Path> all = new ArrayList<>(files);
        all.addAll(
                List.of(Path.of("pom.xml"), Path.of("README.md"), Path.of("ARCHITECTURE.md"), Path.of("install.sh")));
        long size = all.stream().mapToLong(this::unchanged).sum();
        assertThat(size).isGreaterThan(2L * LEAST);
    }

    @Test
    void theIdsOfOurOwnHistoryComeThroughUnchanged() throws IOException, InterruptedException {
        Process git = new ProcessBuilder(
                        "git", "log", "--raw", "--no-abbrev", "--format=commit %H%ntree %T%nparents %P", "-m")
                .redirectErrorStream(true)
                .start();
        String log = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(git.waitFor() == 0, "skipped: this is no git checkout");
        assertThat(redactor.redact(log).text()).isEqualTo(cut(log));
    }

    @Test
    void hashesIdsAndSumsAsLockFilesWriteThemComeThroughUnchanged() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < LEAST) {
            text.append("commit ").append(hex(random, 40)).append('\n');
            text.append("index ")
                    .append(hex(random, 9))
                    .append("..")
                    .append(hex(random, 9))
                    .append(" 100644\n");
            text.append("id: ")
                    .append(new UUID(random.nextLong(), random.nextLong()))
                    .append('\n');
            text.append("\"integrity\": \"sha512-").append(base64(random, 64)).append("\",\n");
            text.append("\"integrity\": \"sha1-").append(base64(random, 20)).append("\",\n");
            text.append("FROM node:20-alpine@sha256:").append(hex(random, 64)).append('\n');
            text.append("golang.org/x/net v0.1.0/go.mod h1:")
                    .append(base64(random, 32))
                    .append('\n');
            text.append("    --hash=sha256:").append(hex(random, 64)).append(" \\\n");
            text.append("checksum = \"").append(hex(random, 64)).append("\"\n");
            text.append("md5 ")
                    .append(hex(random, 32))
                    .append(" file-")
                    .append(random.nextInt(1000))
                    .append(".bin\n");
            text.append("resolved \"https://registry.example/a/-/a-1.0.")
                    .append(random.nextInt(99))
                    .append(".tgz#")
                    .append(hex(random, 40))
                    .append("\"\n");
            text.append("ETag: W/\"")
                    .append(hex(random, 16))
                    .append("\" trace ")
                    .append(hex(random, 32))
                    .append('\n');
            text.append("data:image/png;base64,").append(base64(random, 90)).append('\n');
            text.append("at 0x")
                    .append(hex(random, 12))
                    .append(" in worker_")
                    .append(random.nextInt(99))
                    .append('\n');
            text.append("took ")
                    .append(random.nextInt(1_000_000))
                    .append("us of 1767")
                    .append(100_000_000 + random.nextInt(99_999_999))
                    .append('\n');
        }
        assertThat(redactor.redact(text.toString()).text()).isEqualTo(text.toString());
    }

    @Test
    void codeThatHandlesSecretsComesThroughUnchanged() {
        Random random = new Random(8);
        StringBuilder code = new StringBuilder();
        while (code.length() < LEAST) {
            int number = random.nextInt(1000);
            code.append("token = tokens.next(); password = None; self.secret_key = settings.SECRET_KEY_")
                    .append(number)
                    .append('\n');
            code.append("def authenticate_with_a_very_long_identifier_name_")
                    .append(number)
                    .append("(user, password):\n");
            code.append("    if password != stored_password: raise InvalidPasswordError(\"wrong password\")\n");
            code.append("http://localhost:8000/api?key=value&page_token=")
                    .append(number)
                    .append(" 127.0.0.1:5432\n");
            code.append("@Override public Token nextToken() { return token == null ? read(")
                    .append(number)
                    .append(") : token; }\n");
            code.append("const secret = await client.getSecret(`db-password-${stage}-")
                    .append(number)
                    .append("`);\n");
            code.append("env: { name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }\n");
        }
        assertThat(redactor.redact(code.toString()).text()).isEqualTo(code.toString());
    }

    private long unchanged(Path file) {
        try {
            String source = Files.readString(file);
            assertThat(redactor.redact(source).text()).as(file.toString()).isEqualTo(source);
            return source.length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules spell out what they look for, and the demonstration invents an author. */
    private static boolean isOfTheRulesThemselves(Path file) {
        return file.endsWith("Addresses.java") || file.endsWith("demo.sh");
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cut(String text) {
        int limit = 1 << 20;
        return text.length() > limit ? text.substring(0, limit) + " [cut: longer than 1 MiB]" : text;
    }

    private static String base64(Random random, int bytes) {
        byte[] sum = new byte[bytes];
        random.nextBytes(sum);
        return Base64.getEncoder().encodeToString(sum);
    }

    private static String hex(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }
}
