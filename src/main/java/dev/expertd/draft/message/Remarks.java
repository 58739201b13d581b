package dev.expertd.draft.message;

import dev.expertd.model.CommitEvidence;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.symbols.Definition;
import dev.expertd.symbols.Language;
import dev.expertd.symbols.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comments that a commit added inside code, whole: where a repair's message gives no reason, its author often wrote it
 * beside the line that was mended. What describes a new definition is no reason, and a comment that was there before, or
 * was only reworded, is not of this commit.
 */
final class Remarks {
    private static final int MOST_FILES = 8;
    private static final int MOST_EDITS = 200;
    private static final int LONGEST_FILE = 1_000_000;
    private static final int LONGEST = 1_200;
    private static final Pattern MARK = Pattern.compile("^\\s*(?://+!?|#+|/\\*+|\\*+(?!/))\\s?|\\s*\\*+/\\s*$");
    private static final Pattern NO_PROSE = Pattern.compile(
            "(?i)^\\W*(?:todo|fixme|xxx|hack|nolint|noqa|eslint|prettier|type:|pylint|@ts-|istanbul|copyright|spdx|license)"
                    + "|[;{}]\\s*$|^\\s*@\\w+|^\\s*(?:\\d{1,2}[.)]|[-*\u2022])\\s");

    private static final Pattern STOPS = Pattern.compile("[.,;:(\u2014-]$");
    private static final Pattern GOES_ON = Pattern.compile("^[a-z(]");
    private static final Pattern BEGINS = Pattern.compile(
            "^(?:It|This|That|The|These|Those|If|We|But|So|When|Otherwise|Because|However|There|A|An|Note|Also|For|In|As)\\b");

    private Remarks() {}

    static List<Remark> in(CommitEvidence evidence) {
        List<FileChange> sources = evidence.commit().files().stream()
                .filter(file -> Language.of(file.path()).isCode() && !Paths.isTest(file.path()))
                .toList();
        if (sources.size() > MOST_FILES) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        for (FileChange file : sources) {
            evidence.changes()
                    .diff(file)
                    .filter(diff -> diff.after().length() <= LONGEST_FILE
                            && diff.edits().size() <= MOST_EDITS)
                    .ifPresent(diff -> remarks.addAll(in(diff)));
        }
        return remarks;
    }

    private static List<Remark> in(FileDiff diff) {
        Outline outline = Outline.of(diff.change().path(), diff.after());
        String[] lines = outline.source().text().split("\n", -1);
        String[] code = outline.source().uncommented().split("\n", -1);
        Set<Integer> heads =
                outline.definitions().stream().map(Definition::first).collect(Collectors.toSet());
        List<Remark> remarks = new ArrayList<>();
        for (FileDiff.Edit edit : diff.edits()) {
            int end = Math.min(edit.afterEnd(), lines.length);
            for (int line = edit.afterStart(); line < end; line++) {
                int from = line;
                while (line < end && isComment(lines, code, line)) {
                    line++;
                }
                boolean whole = line > from && !isComment(lines, code, from - 1) && !isComment(lines, code, line);
                if (whole && !heads.contains(line) && isNew(lines[from], diff.before())) {
                    List<String> said = said(List.of(lines).subList(from, line));
                    if (!said.isEmpty()) {
                        remarks.add(new Remark(diff.change().path(), said));
                    }
                }
            }
        }
        return remarks;
    }

    private static boolean isComment(String[] lines, String[] code, int line) {
        return line >= 0 && line < lines.length && !lines[line].isBlank() && code[line].isBlank();
    }

    private static boolean isNew(String first, String before) {
        String words = first.strip();
        return !before.contains(words.substring(0, Math.min(40, words.length())));
    }

    /** Its sentences; a line that ends early, or before one that begins a sentence, ends one though no stop says so. */
    private static List<String> said(List<String> comment) {
        List<String> lines = comment.stream()
                .map(line -> MARK.matcher(line).replaceAll("").strip())
                .toList();
        if (lines.stream().anyMatch(line -> NO_PROSE.matcher(line).find())
                || lines.stream().mapToInt(String::length).sum() > LONGEST) {
            return List.of();
        }
        int widest = lines.stream().mapToInt(String::length).max().orElse(0);
        List<String> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            open.append(open.isEmpty() ? "" : " ").append(line);
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            boolean stops = STOPS.matcher(line).find();
            boolean early =
                    line.length() < widest * 0.6 && !GOES_ON.matcher(next).find();
            if (line.isEmpty() || !stops && (early || BEGINS.matcher(next).find())) {
                paragraphs.add(open.toString().strip());
                open.setLength(0);
            }
        }
        paragraphs.add(open.toString().strip());
        return paragraphs.stream()
                .filter(text -> text.length() > 30)
                .map(Prose::capital)
                .toList();
    }
}
