package dev.expertd.daemon.install.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The property list of the launchd agent, as text; its keys are those of launchd.plist(5). Not tried on a Mac. */
final class LaunchAgentPlist {
    static final String LABEL = "dev.expertd";

    /** How a property list of ours is known. */
    static final String MARK = "<!-- Written by `expertd service install`, removed by `expertd service uninstall`. -->";

    private LaunchAgentPlist() {}

    /**
     * The property list.
     *
     * @param output where goes what the process prints beside its log
     */
    static String text(Launch launch, Path output) {
        List<String> command = List.of("/bin/sh", launch.launcher().toString(), "daemon", "run", "--service");
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                %s
                <plist version="1.0">
                <dict>
                  <key>Label</key>
                  <string>%s</string>
                  <key>ProgramArguments</key>
                  <array>
                %s
                  </array>
                  <key>EnvironmentVariables</key>
                  <dict>
                %s
                  </dict>
                  <key>WorkingDirectory</key>
                  <string>%s</string>
                  <key>RunAtLoad</key>
                  <true/>
                  <key>KeepAlive</key>
                  <dict>
                    <key>SuccessfulExit</key>
                    <false/>
                  </dict>
                  <key>ThrottleInterval</key>
                  <integer>10</integer>
                  <key>ExitTimeOut</key>
                  <integer>20</integer>
                  <key>ProcessType</key>
                  <string>Background</string>
                  <key>StandardOutPath</key>
                  <string>%s</string>
                  <key>StandardErrorPath</key>
                  <string>%s</string>
                </dict>
                </plist>
                """.formatted(
                        MARK,
                        LABEL,
                        command.stream()
                                .map(word -> "    <string>" + escaped(word) + "</string>")
                                .collect(Collectors.joining("\n")),
                        launch.environment().entrySet().stream()
                                .map(LaunchAgentPlist::entry)
                                .collect(Collectors.joining("\n")),
                        escaped(launch.folder().toString()),
                        escaped(output.toString()),
                        escaped(output.toString()));
    }

    private static String entry(Map.Entry<String, String> variable) {
        return "    <key>" + escaped(variable.getKey()) + "</key>\n    <string>" + escaped(variable.getValue())
                + "</string>";
    }

    /** As the text of an element; a line's end is written as a number, or the reader might turn it into another. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\n', '\r', '\t' -> escaped.append("&#").append((int) c).append(';');
                default -> {
                    if (c < ' ') {
                        throw new IllegalArgumentException("XML has no way to say \\x" + Integer.toHexString(c));
                    }
                    escaped.append(c);
                }
            }
        }
        return escaped.toString();
    }
}
