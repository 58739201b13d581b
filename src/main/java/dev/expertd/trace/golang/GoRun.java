package dev.expertd.trace.golang;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.BoundedText;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonLines;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The packages of one stream. Builds that broke are run errors; Go before 1.24 tells of them in lines of plain text:
 *
 * <pre>
 * # example.com/shop [example.com/shop.test]
 * ./cart_test.go:12:4: undefined: Total
 * FAIL    example.com/shop [build failed]
 * </pre>
 */
final class GoRun implements JsonLines {
    private static final int PACKAGES = 20_000;
    private static final int BUILDS = 200;
    private static final Pattern BUILD = Pattern.compile("# (\\S{1,500}).*");
    private static final Pattern FAILED = Pattern.compile("FAIL\\s{1,8}(\\S{1,500}) \\[(?:build|setup) failed\\]");

    private final Map<String, GoPackage> packages = new HashMap<>();
    private final Map<String, BoundedText> builds = new LinkedHashMap<>();
    private final Set<String> brokenBuilds = new LinkedHashSet<>();
    private final GoEvent event = new GoEvent();
    private final GoTexts texts = new GoTexts();
    private final Collected results = new Collected(true);

    /** Those of which there is more to tell than results, by their order. */
    private final SortedMap<Integer, GoPackage> unsettled = new TreeMap<>();

    private String lastName = "";
    private @Nullable GoPackage lastModule;
    private String build = "";
    private boolean overflown;

    @Override
    public void line(JsonParser json) throws IOException {
        event.read(json);
        take();
    }

    @Override
    public int again(byte[] bytes, int from, int to) {
        int next = event.again(bytes, from, to);
        if (next > from) {
            take();
        }
        return next;
    }

    private void take() {
        switch (event.action()) {
            case "build-output" -> printed(event.importPath(), event.output().text());
            case "build-fail" -> broke(event.importPath());
            case "" -> {}
            default -> {
                GoPackage module = module(event.module());
                if (module != null && module.event(event)) {
                    settle(module);
                }
            }
        }
    }

    @Override
    public void noise(String line) {
        Matcher failed = FAILED.matcher(line);
        Matcher header = BUILD.matcher(line);
        if (failed.matches()) {
            GoPackage module = module(failed.group(1));
            if (module != null) {
                module.broke(failed.group(1));
                settle(module);
            }
        } else if (header.matches()) {
            build = header.group(1);
        }
        if (!build.isEmpty()) {
            printed(build, line + '\n');
        }
    }

    @Override
    public Collected soFar() {
        unsettled.values().forEach(GoPackage::tellRunning);
        Collected into = results.copy();
        into.started(Times.parse(event.firstTime()));
        into.ended(Times.parse(event.lastTime()));
        Set<String> told = new LinkedHashSet<>();
        for (GoPackage module : unsettled.values()) {
            module.tell(into);
            if (!module.failedBuild().isEmpty()) {
                told.add(module.failedBuild());
            }
        }
        told.addAll(brokenBuilds);
        for (String broken : told) {
            BoundedText text = builds.get(broken);
            into.error(broken + ": build failed" + (text == null ? "" : "\n" + text));
        }
        if (overflown) {
            into.incomplete("it holds more than " + PACKAGES + " packages");
        }
        return into;
    }

    /** The package of that name; mostly it is that of the line before, and then the event gives the very same text. */
    @SuppressWarnings({"ReferenceEquality", "StringEquality"})
    private @Nullable GoPackage module(String name) {
        if (name == lastName) {
            return lastModule;
        }
        GoPackage known = packages.get(name);
        if (known == null && packages.size() < PACKAGES) {
            known = new GoPackage(packages.size(), name, texts, results);
            packages.put(name, known);
        }
        overflown |= known == null;
        lastName = name;
        lastModule = known;
        return known;
    }

    private void settle(GoPackage module) {
        if (module.isSettled()) {
            unsettled.remove(module.place());
        } else {
            unsettled.put(module.place(), module);
        }
    }

    private void printed(String of, String text) {
        BoundedText known = builds.get(of);
        if (known == null && builds.size() < BUILDS) {
            known = new BoundedText();
            builds.put(of, known);
        }
        if (known != null) {
            known.append(text);
        }
    }

    private void broke(String importPath) {
        if (brokenBuilds.size() < BUILDS) {
            brokenBuilds.add(importPath);
        }
    }
}
