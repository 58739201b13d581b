package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.trace.format.Collected;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what Mocha's lists say of each test, in whatever order they stand. A test may stand under two verdicts,
 * when it passed and something that it left running failed; two tests may have one name.
 */
final class MochaTests {
    private final Collected into;
    private final List<MochaCase> tests = new ArrayList<>();
    private final Map<String, Map<String, Deque<MochaCase>>> verdicts = new LinkedHashMap<>();
    private final Set<String> listed = new HashSet<>();
    private boolean decided;
    private int size;

    MochaTests(Collected into) {
        this.into = into;
    }

    /** The list of that name begins. */
    void open(String list) {
        decided |= list.equals("passes");
    }

    /** Reads the test at hand, which stands in the list of that name. */
    void read(JsonParser json, String list) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT || tests.size() > Collected.RESULTS) {
            return;
        }
        MochaCase test = MochaCase.read(json, into);
        if (list.equals("tests")) {
            tests.add(test);
            listed.add(test.id());
        } else if (size++ <= Collected.RESULTS) {
            of(list).computeIfAbsent(test.id(), id -> new ArrayDeque<>(1)).add(test);
        }
    }

    /** Hands on what was read; to be called even if reading stops. */
    void close() {
        tests.stream().filter(test -> test.failure() != null).forEach(test -> take("failures", test));
        tests.forEach(this::test);
        rest("failures").forEach(this::unlisted);
        if (tests.isEmpty()) {
            rest("passes").forEach(test -> test.into(into, Status.PASSED, null));
            rest("pending").forEach(test -> test.into(into, Status.SKIPPED, null));
        }
    }

    private void test(MochaCase test) {
        Failure own = test.failure();
        MochaCase failed = own == null ? take("failures", test) : test;
        if (failed != null) {
            test.into(into, Status.FAILED, failed.failure());
        } else if (take("pending", test) != null) {
            test.into(into, Status.SKIPPED, null);
        } else {
            test.into(into, take("passes", test) == null ? alone(test) : Status.PASSED, null);
        }
    }

    /** Of a test under no verdict: in a report that is cut off, only one that did not run has no duration. */
    private Status alone(MochaCase test) {
        if (decided) {
            return Status.ERRORED;
        }
        return test.millis() < 0 ? Status.SKIPPED : Status.PASSED;
    }

    /** A failure of what is not among the tests; one of a test that is was told already. */
    private void unlisted(MochaCase failed) {
        Failure failure = failed.failure();
        boolean isTest = tests.isEmpty() && !failed.isNoTest();
        if (isTest) {
            failed.into(into, Status.FAILED, failure);
        } else if (failed.isNoTest() || !listed.contains(failed.id())) {
            String name = failed.suite().isEmpty() ? failed.title() : failed.suite() + ' ' + failed.title();
            into.error(ErrorObject.headed(name, failure));
        }
    }

    private @Nullable MochaCase take(String list, MochaCase test) {
        Deque<MochaCase> same = of(list).get(test.id());
        return same == null ? null : same.poll();
    }

    private List<MochaCase> rest(String list) {
        return of(list).values().stream().flatMap(Collection::stream).toList();
    }

    private Map<String, Deque<MochaCase>> of(String list) {
        return verdicts.computeIfAbsent(list, name -> new LinkedHashMap<>());
    }
}
