package dev.expertd.trace.bazel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.Peek;
import java.io.IOException;
import java.util.Set;

/**
 * Bazel's build event protocol as JSON, one document behind the other, on a line each or spread over many:
 *
 * <pre>
 * {"id": {"testSummary": {"label": "//shop:cart_test"}}, "testSummary": {"overallStatus": "FLAKY"}}
 * </pre>
 *
 * A test is a target; see {@link BazelBuild} for what is made of its runs, shards and attempts.
 */
public final class BazelEvents extends JsonFormat {
    private static final Set<String> KINDS = Set.of(
            "started",
            "progress",
            "pattern",
            "targetConfigured",
            "targetCompleted",
            "actionCompleted",
            "testResult",
            "testSummary",
            "buildFinished",
            "workspaceStatus",
            "buildMetadata",
            "structuredCommandLine",
            "unstructuredCommandLine",
            "optionsParsed",
            "configuration",
            "namedSet");

    @Override
    public String name() {
        return "bazel-bep";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline first = peek.document();
        return first.hasObject("id") && first.keys("id").stream().anyMatch(KINDS::contains);
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        BazelBuild build = new BazelBuild(into);
        try {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                build.event(json);
            }
        } finally {
            build.close();
        }
    }
}
