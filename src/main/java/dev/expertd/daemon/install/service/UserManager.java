package dev.expertd.daemon.install.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The systemd that manages a user's own services, asked through {@code systemctl --user}. */
final class UserManager {
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final Duration TO_ACT = Duration.ofSeconds(40);
    private static final Pattern VERSION = Pattern.compile("^systemd (\\d{1,6})\\b");

    private final Tool systemctl;

    private UserManager(Tool systemctl) {
        this.systemctl = systemctl;
    }

    /**
     * The one of that environment, which need not answer.
     *
     * @throws ServiceRefused if the system has no systemd
     */
    static UserManager of(Map<String, String> environment) throws ServiceRefused {
        Map<String, String> reaching = new HashMap<>(environment);
        if (!environment.containsKey("XDG_RUNTIME_DIR")) { // cron and su leave it out
            runtimeFolder().ifPresent(folder -> reaching.put("XDG_RUNTIME_DIR", folder.toString()));
        }
        return new UserManager(Tool.find("systemctl", reaching, "--user", "--no-pager", "--no-ask-password")
                .orElseThrow(() -> new ServiceRefused("there is no systemd here")));
    }

    /**
     * What it hands to its services.
     *
     * @throws ServiceRefused if it does not answer
     */
    Map<String, String> environment() throws ServiceRefused {
        try {
            Tool.Answer answer = systemctl.ask(TO_ANSWER, "show-environment");
            if (!answer.isYes()) {
                throw new ServiceRefused("no systemd user manager answers (" + answer.complaint() + ")");
            }
            return assignments(answer.out());
        } catch (IOException e) {
            throw new ServiceRefused("no systemd user manager answers (" + e.getMessage() + ")");
        }
    }

    int version() throws IOException {
        Matcher matcher = VERSION.matcher(systemctl.tell(TO_ANSWER, "--version"));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** What it knows of our unit: {@code ActiveState}, {@code MainPID}, ... */
    Map<String, String> unit() throws IOException {
        return assignments(systemctl.tell(
                TO_ANSWER,
                "show",
                "--property=LoadState,FragmentPath,ActiveState,SubState,Result,NRestarts,MainPID,UnitFileState",
                SystemdUnit.NAME));
    }

    void reload() throws IOException {
        systemctl.tell(TO_ACT, "daemon-reload");
    }

    /** Does something with our unit. */
    void act(String... what) throws IOException {
        String[] arguments = new String[what.length + 1];
        System.arraycopy(what, 0, arguments, 0, what.length);
        arguments[what.length] = SystemdUnit.NAME;
        systemctl.tell(TO_ACT, arguments);
    }

    /** Or a unit that had failed would be listed after its file is gone. */
    void forgetFailures() throws IOException {
        systemctl.ask(TO_ACT, "reset-failed", SystemdUnit.NAME);
    }

    private static Optional<Path> runtimeFolder() {
        try {
            Path folder = Path.of(
                    "/run/user",
                    Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString());
            return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Lines of {@code name=value}; a value with unusual characters is written as {@code $'...'}. */
    static Map<String, String> assignments(String text) {
        Map<String, String> values = new HashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
            }
        });
        return values;
    }

    private static String unquoted(String value) {
        if (!value.startsWith("$'") || !value.endsWith("'") || value.length() < 3) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        boolean escaped = false;
        for (int i = 2; i < value.length() - 1; i++) {
            char c = value.charAt(i);
            if (c == '\\' && !escaped) {
                escaped = true;
                continue;
            }
            text.append(escaped ? meant(c) : c);
            escaped = false;
        }
        return text.toString();
    }

    private static char meant(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }
}
