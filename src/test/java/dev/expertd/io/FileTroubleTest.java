package dev.expertd.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** No message is a bare path. */
class FileTroubleTest {
    @Test
    void whatJavaOnlyNamesIsSaidInWords() {
        assertThat(FileTrouble.of(new AccessDeniedException("/a/locks")))
                .isEqualTo("permission denied for /a/locks; give yourself the right to");
        assertThat(FileTrouble.of(new NoSuchFileException("/a/b"))).isEqualTo("/a/b is not there");
        assertThat(FileTrouble.of(new FileAlreadyExistsException("/a/hooks"))).isEqualTo("/a/hooks is in the way");
    }

    @Test
    void whatHasWordsKeepsThem() {
        assertThat(FileTrouble.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
    }
}
