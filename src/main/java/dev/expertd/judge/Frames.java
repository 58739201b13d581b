package dev.expertd.judge;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in the repository a failure arose: file and function of the first frame that is no library's, without its line.
 * Frames with a drive letter are left out: whose they are cannot be told from the path.
 */
final class Frames {
    private static final Pattern JAVA = Pattern.compile(
            "^at (?:[\\w.-]{1,80}/)?([\\w.$]{1,300})\\.([\\w$<>]{1,200})\\((\\w{1,200}\\.\\w{1,10}):\\d+\\)$");
    private static final Pattern JAVA_LIBRARY = Pattern.compile(
            "(?:java|javax|jdk|sun|com\\.sun|junit|org\\.junit|org\\.opentest4j|org\\.hamcrest|org\\.assertj|org\\.testng|org\\.mockito|org\\.apache\\.maven|org\\.gradle|kotlin|groovy|scala)\\..*");
    private static final Pattern SCRIPT = Pattern.compile(
            "^at (?:async )?(?:(\\S[^()]{0,200}) \\()?(?:file://)?(/?[\\w.@+ /-]{1,400}):\\d+:\\d+\\)?$");
    private static final Pattern PYTHON = Pattern.compile("^File \"([^\"]{1,400})\", line \\d+, in (\\S{1,200})$");
    private static final Pattern PYTEST =
            Pattern.compile("^([\\w./-]{1,300}\\.py):\\d+: (?:in (\\w{1,200})|\\w{1,100})$");
    private static final Pattern GO = Pattern.compile("^([\\w./-]{1,300}\\.go):\\d+: .*$");
    private static final Pattern LIBRARY = Pattern.compile(
            "(?:^|.*/)(?:node_modules|site-packages|dist-packages|lib/python[0-9.]+|internal|vendor)/.*|node:.*|events\\.js|net\\.js|_http_.*");

    private Frames() {}

    /** {@code file#function} of the first frame in the repository; for Python, which prints the innermost last, the last. */
    static Optional<String> first(List<String> lines) {
        Optional<String> python = Optional.empty();
        for (String line : lines) {
            String frame = line.strip();
            Optional<String> found =
                    java(frame).or(() -> place(SCRIPT, frame, 2, 1)).or(() -> place(GO, frame, 1, 0));
            if (found.isPresent()) {
                return found;
            }
            Optional<String> before = python;
            python = place(PYTHON, frame, 1, 2)
                    .or(() -> place(PYTEST, frame, 1, 2))
                    .or(() -> before);
        }
        return python;
    }

    private static Optional<String> java(String frame) {
        Matcher matcher = JAVA.matcher(frame);
        if (!matcher.matches() || JAVA_LIBRARY.matcher(matcher.group(1)).matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(3) + "#" + matcher.group(2));
    }

    private static Optional<String> place(Pattern pattern, String frame, int file, int function) {
        Matcher matcher = pattern.matcher(frame);
        if (!matcher.matches() || LIBRARY.matcher(matcher.group(file)).matches()) {
            return Optional.empty();
        }
        String path = matcher.group(file);
        String named = function == 0 ? null : matcher.group(function);
        return Optional.of(path.substring(path.lastIndexOf('/') + 1) + "#" + (named == null ? "" : named));
    }
}
