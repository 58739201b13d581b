package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.RepositoryFile;
import java.io.IOException;

/** What a Playwright report says of where it ran: folders, and the commit if Playwright was asked to find it. */
final class PlaywrightConfig {
    private String configFile = "";
    private String rootDir = "";

    void read(JsonParser json, Collected into) throws IOException {
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "configFile" -> configFile = JsonValue.text(value).replace('\\', '/');
                case "rootDir" -> rootDir = JsonValue.text(value).replace('\\', '/');
                case "metadata" -> metadata(value, into);
                default -> {}
            }
        });
    }

    /** What stands between the configuration's folder and that of the tests; empty if they do not lie so. */
    String prefix() {
        int end = configFile.lastIndexOf('/');
        String folder = end < 0 ? "" : configFile.substring(0, end);
        String below = RepositoryFile.below(folder, rootDir);
        return below.equals(rootDir) || below.isEmpty() ? "" : below.endsWith("/") ? below : below + "/";
    }

    private static void metadata(JsonParser json, Collected into) throws IOException {
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "revision.id" -> into.commit(JsonValue.text(value));
                case "gitCommit" ->
                    JsonValue.fields(value, (part, commit) -> {
                        if (part.equals("hash")) {
                            into.commit(JsonValue.text(commit));
                        }
                    });
                default -> {}
            }
        });
    }
}
