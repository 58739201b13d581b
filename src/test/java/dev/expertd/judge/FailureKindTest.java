package dev.expertd.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ValueError             | tenant mismatch: blue asked for red's orders             | ISOLATION        | ",
                "botocore.exceptions.ClientError | An error occurred (AccessDenied) when calling the GetObject operation | PERMISSION | AccessDenied",
                "HTTPError              | status code 403 from billing                             | PERMISSION       | status code 403",
                "OSError                | [Errno 13] Permission denied: 'a'                        | PERMISSION       | Errno 13",
                "ModuleNotFoundError    | No module named 'boto3'                                  | IMPORT           | ",
                "TimeoutError           | Timed out after 5000ms                                   | TIMEOUT          | ",
                "Error                  | connect ECONNREFUSED 127.0.0.1:5432                      | NETWORK          | ECONNREFUSED",
                "java.lang.OutOfMemoryError | Java heap space                                      | MEMORY           | ",
                "sqlite3.OperationalError | database is locked                                     | CONCURRENCY      | ",
                "KeyError               | environment variable AWS_REGION                          | ENVIRONMENT      | ",
                "FileNotFoundError      | [Errno 2] No such file or directory: 'seed.json'         | MISSING_RESOURCE | Errno 2",
                "Error                  | ENOENT: no such file or directory, open 'a'              | MISSING_RESOURCE | ENOENT",
                "SyntaxError            | Unexpected token '<'                                     | SYNTAX           | ",
                "TypeError              | Cannot read properties of undefined (reading 'x')        | NULL             | ",
                "AttributeError         | 'NoneType' object has no attribute 'x'                   | NULL             | ",
                "TypeError              | x is not a function                                      | TYPE             | ",
                "AssertionError         | expected 200 to be 401                                   | ASSERTION        | ",
                "org.opentest4j.AssertionFailedError | expected: <trace> but was: <permission>     | ASSERTION        | ",
                "ArithmeticException    | / by zero                                                | UNKNOWN          | "
            })
    void theWordsOfAFailureTellItsKindAndItsCode(String type, String message, FailureKind kind, String code) {
        Failure failure = new Failure(type, message, "");

        assertThat(FailureKind.of(failure)).isEqualTo(kind);
        assertThat(FailureKind.code(failure).orElse(null)).isEqualTo(code);
    }

    @Test
    void everyKindSaysWhatMustHoldBeforeAnotherTry() {
        assertThat(FailureKind.values()).allSatisfy(kind -> {
            assertThat(kind.words()).isNotBlank();
            assertThat(kind.precondition()).isNotBlank();
        });
    }
}
