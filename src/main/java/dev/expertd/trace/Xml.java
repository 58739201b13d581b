package dev.expertd.trace;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** XML without document types and external entities. */
final class Xml {
    static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity refused");
        });
        return factory;
    }

    /** Text that old reporters wrote as XML, made legal: control characters left out, a bare ampersand escaped. */
    static Reader sanitised(Reader text) {
        return new SanitisingReader(text);
    }

    private static final class SanitisingReader extends Reader {
        private static final int LOOKAHEAD = 12;
        private static final Pattern ENTITY =
                Pattern.compile("^(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});");
        private static final String ESCAPE = "amp;";

        private final PushbackReader in;
        private boolean started;

        SanitisingReader(Reader text) {
            this.in = new PushbackReader(text, LOOKAHEAD + ESCAPE.length());
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                if (next == '&') {
                    escapeIfBare();
                }
                boolean legal = next >= ' ' || next == '\n' || next == '\r' || next == '\t';
                if (legal && next != 0xFFFE && next != 0xFFFF && (started || !Character.isWhitespace(next))) {
                    buffer[from + count++] = (char) next;
                    started = true;
                }
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        private void escapeIfBare() throws IOException {
            char[] ahead = new char[LOOKAHEAD];
            int read = in.read(ahead, 0, LOOKAHEAD);
            String text = read <= 0 ? "" : new String(ahead, 0, read);
            if (read > 0) {
                in.unread(ahead, 0, read);
            }
            if (!ENTITY.matcher(text).find()) {
                in.unread(ESCAPE.toCharArray());
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
