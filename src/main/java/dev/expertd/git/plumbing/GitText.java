package dev.expertd.git.plumbing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in git's bytes, whose encoding nobody states. */
public final class GitText {
    /** Git, too, looks at no more before it calls a content binary. */
    private static final int LOOK = 8000;

    private GitText() {}

    /** UTF-8 where the bytes are valid UTF-8, else ISO 8859-1, which loses nothing. */
    public static String decode(byte[] text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(text, StandardCharsets.ISO_8859_1);
        }
    }

    public static boolean isBinary(byte[] content) {
        for (int i = 0; i < Math.min(LOOK, content.length); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
