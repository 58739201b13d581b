package dev.expertd.cli.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The editor that a person chose: {@code VISUAL}, else {@code EDITOR}, else vi. No shell is involved: the variable is
 * parted into words as a shell would, and the file's name is one more.
 */
public final class Editor {
    private final Map<String, String> environment;
    private final Terminal terminal;

    Editor(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    /**
     * Has one line edited.
     *
     * @param hints shown below it; lines that begin with {@code #} are no part of the answer
     * @return the line as it was left; empty if it was emptied or not changed
     * @throws CommandException if the editor cannot be started or says that it failed
     */
    public Optional<String> edit(String line, List<String> hints) throws IOException {
        Path file = Files.createTempFile("expertd-review-", ".md");
        try {
            Files.writeString(
                    file,
                    line + "\n" + hints.stream().map(hint -> "# " + hint + "\n").collect(Collectors.joining()));
            List<String> command = new ArrayList<>(command());
            command.add(file.toString());
            int status = run(command);
            if (status != 0) {
                throw new CommandException(
                        "the editor `" + command.get(0) + "` ended with status " + status + "; nothing was changed");
            }
            String after = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(each -> !each.startsWith("#"))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" "));
            return after.isEmpty() || after.equals(line) ? Optional.empty() : Optional.of(after);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private int run(List<String> command) {
        try {
            return terminal.run(new ProcessBuilder(command));
        } catch (IOException e) {
            throw new CommandException(
                    "the editor `" + command.get(0) + "` cannot be started; set VISUAL or EDITOR to one that can");
        }
    }

    private List<String> command() {
        for (String variable : List.of("VISUAL", "EDITOR")) {
            List<String> words = words(environment.getOrDefault(variable, ""));
            if (!words.isEmpty()) {
                return words;
            }
        }
        return List.of("vi");
    }

    /** Words parted by blanks; quotes hold a word together, and a backslash outside of single quotes keeps the next letter. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean any = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escapes = c == '\\' && quote != '\'' && i + 1 < text.length();
            if (escapes && (quote == 0 || "\\\"$`".indexOf(text.charAt(i + 1)) >= 0)) {
                word.append(text.charAt(++i));
                any = true;
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                any = true;
            } else if (Character.isWhitespace(c)) {
                if (any) {
                    words.add(word.toString());
                    word.setLength(0);
                    any = false;
                }
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }
}
