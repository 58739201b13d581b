package dev.expertd.upkeep.drift;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.expertise.reference.ReferenceFinder;
import dev.expertd.git.GitReader;
import dev.expertd.upkeep.reference.Birth;
import dev.expertd.upkeep.reference.CodeHistory;
import dev.expertd.upkeep.reference.ReferenceLook;
import dev.expertd.upkeep.reference.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One look at what expertise files say of the code, against what a commit holds. */
public final class DriftLook {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern HEADING_NAME =
            Pattern.compile("^#{1,6}\\s+[`*]*(?:\\d+\\.?\\s+)?([A-Za-z_$][\\w$]{3,})\\b");
    private static final Pattern CALL = Pattern.compile("`([A-Za-z_$][\\w$.]{2,})\\(");

    private final CodeHistory history;
    private final LineBirths births;
    private final ReferenceLook references;

    /** {@code head} is the commit that the files are to agree with. */
    public DriftLook(GitReader git, String head) {
        this(new CodeHistory(git, head));
    }

    /** A look that tells only what changed between two commits. */
    public static DriftLook since(GitReader git, String head, String before) {
        return new DriftLook(CodeHistory.since(git, head, before));
    }

    private DriftLook(CodeHistory history) {
        this.history = history;
        this.births = new LineBirths(history);
        this.references = new ReferenceLook(history);
    }

    /**
     * Looks at one file.
     *
     * @param content as it lies in the work tree
     * @return in the order of the file; nothing twice
     */
    public List<Drift> look(String file, byte[] content) {
        if (history.length() == 0) {
            return List.of();
        }
        List<Reference> all = ReferenceFinder.find(content);
        List<Parts.Line> lines = Parts.read(content);
        Set<String> keys = lines.stream().map(line -> key(line.text())).collect(Collectors.toSet());
        Map<String, Birth> born =
                births.of(file, keys, text -> text.lines().map(DriftLook::key).collect(Collectors.toSet()));
        Function<Parts.Line, Birth> birth = line -> born.getOrDefault(key(line.text()), new Birth(0, true));
        CodeThen code = new CodeThen(history, all);
        List<Drift> found = new ArrayList<>();
        Map<Integer, List<CodeThen.Changed>> changed = new HashMap<>();
        String heading = "";
        for (Parts.Line line : lines) {
            Matcher name = HEADING_NAME.matcher(line.text());
            heading =
                    name.find() && !line.fenced() ? name.group(1) : line.text().startsWith("#") ? "" : heading;
            int age = birth.apply(line).age();
            List<Statement> statements = Statement.in(line);
            boolean result = Results.mayState(line);
            if (age > 0 && (!statements.isEmpty() || result)) {
                List<CodeThen.Changed> files = changed.computeIfAbsent(age, code::changedSince);
                statements.forEach(
                        statement -> Signatures.drift(statement, files, code).ifPresent(found::add));
                if (result) {
                    described(line, heading)
                            .flatMap(symbol -> Results.drift(line, symbol, files, code))
                            .ifPresent(found::add);
                }
            }
        }
        found.addAll(Tables.drift(lines, birth, code));
        found.addAll(gone(file, all, lines));
        return sorted(found);
    }

    /**
     * True if the code agrees again with what a line says, as far as that can be told from the line alone.
     *
     * @param line the text of the line
     * @param subject as the finding has it
     */
    public boolean isSettled(Drift.Kind kind, String subject, String line, byte[] content) {
        CodeThen code = new CodeThen(history, ReferenceFinder.find(content));
        String name = subject.endsWith("()") ? subject.substring(0, subject.length() - 2) : subject;
        return switch (kind) {
            case PARAMETERS ->
                Statement.in(new Parts.Line(1, line, "", false)).stream()
                        .filter(statement -> statement.symbol().equals(name))
                        .anyMatch(statement -> code.now().stream()
                                .flatMap(now -> Signatures.parameters(now, name).stream())
                                .anyMatch(statement::statesAll));
            case GONE ->
                name.equals(subject)
                        ? !history.files(0).resolve(subject).isEmpty()
                        : code.now().stream()
                                .anyMatch(now -> !now.definitions(name).isEmpty());
            case RESULT, LIST -> false;
        };
    }

    /** A number in a line may be a reference that was put right: that says nothing new. */
    public static String key(String line) {
        return NUMBER.matcher(line.strip()).replaceAll("#");
    }

    private static Optional<String> described(Parts.Line line, String heading) {
        Matcher call = CALL.matcher(line.text());
        return call.find() ? Optional.of(call.group(1)) : heading.isEmpty() ? Optional.empty() : Optional.of(heading);
    }

    /** Each deleted file or function once for a Part. */
    private List<Drift> gone(String file, List<Reference> all, List<Parts.Line> lines) {
        Map<Integer, Parts.Line> byNumber = new HashMap<>();
        lines.forEach(line -> byNumber.put(line.number(), line));
        List<Reference> described = all.stream()
                .filter(reference ->
                        reference.kind() != Reference.Kind.LINES && byNumber.containsKey(reference.line() + 1))
                .toList();
        Map<String, Drift> found = new LinkedHashMap<>();
        for (ReferenceLook.Finding finding : references.look(file, described)) {
            if (finding.standing() instanceof Standing.Gone gone) {
                Reference reference = finding.reference();
                Parts.Line line = byNumber.get(reference.line() + 1);
                String subject = reference.kind() == Reference.Kind.SYMBOL ? reference.text() + "()" : reference.text();
                if (line != null && !line.tellsOfThePast()) {
                    found.putIfAbsent(
                            line.part() + " " + subject,
                            new Drift(
                                    Drift.Kind.GONE,
                                    line.part(),
                                    line.number(),
                                    subject,
                                    "`" + subject + "` is gone: " + gone.why(),
                                    gone.commit()));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Drift> sorted(List<Drift> found) {
        Map<String, Drift> once = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparingInt(Drift::line))
                .forEach(drift -> once.putIfAbsent(drift.part() + drift.words(), drift));
        return List.copyOf(once.values());
    }
}
