package dev.expertd.daemon.install.service;

import java.util.ArrayList;
import java.util.List;

/**
 * The systemd user unit, as text.
 *
 * <p>It is hardened only with what a Java with a just-in-time compiler and repositories anywhere survive: no
 * {@code MemoryDenyWriteExecute}, no {@code ProtectHome}, no {@code PrivateTmp}. The daemon talks to nobody, so no
 * address family of a network is left to it. Where a user's manager may not give its services a view of their own (before
 * 254, or where user namespaces are forbidden) systemd itself leaves {@code ProtectSystem} out.
 *
 * <p>Delays that grow by {@code RestartSteps} never shrink again while the unit lives, not after a year without a crash.
 * So they stop at a minute, and what waits longer for a daemon that crashes in a row is the daemon itself.
 */
final class SystemdUnit {
    static final String NAME = "expertd.service";

    /** How a unit of ours is known. */
    static final String MARK = "# Written by `expertd service install`, removed by `expertd service uninstall`.";

    private static final int KNOWS_OOM_POLICY = 243;
    private static final int KNOWS_RESTART_STEPS = 254;

    private SystemdUnit() {}

    /** The unit for a systemd of that version; none of them is given a key that it does not know. */
    static String text(Launch launch, int version) {
        List<String> lines = new ArrayList<>(List.of(
                MARK,
                "# It is written anew by each installation: put what you change into a drop-in (`systemctl --user edit expertd`).",
                "[Unit]",
                "Description=expertd, learnings from commits and test runs",
                "StartLimitIntervalSec=0",
                "",
                "[Service]"));
        // Through the shell, since systemd takes no program whose path holds a quote, a backslash or a variable's sign.
        lines.add(
                "ExecStart=/bin/sh " + SystemdQuoting.argument(launch.launcher().toString()) + " daemon run --service");
        if (SystemdQuoting.fitsBare(launch.folder().toString())) {
            lines.add("WorkingDirectory=-" + SystemdQuoting.bare(launch.folder().toString()));
        }
        launch.environment()
                .forEach((name, value) -> lines.add("Environment=" + SystemdQuoting.word(name + "=" + value)));
        if (!launch.unset().isEmpty()) {
            lines.add("UnsetEnvironment=" + String.join(" ", launch.unset()));
        }
        lines.add("Restart=on-failure");
        lines.add("RestartSec=5");
        if (version >= KNOWS_RESTART_STEPS) {
            lines.add("RestartSteps=5");
            lines.add("RestartMaxDelaySec=60");
        }
        lines.addAll(List.of(
                "# Java ends with 143 when it was told to stop.",
                "SuccessExitStatus=143",
                "TimeoutStopSec=20",
                "NoNewPrivileges=yes",
                "ProtectSystem=full"));
        launch.writable().forEach(path -> lines.add("ReadWritePaths=" + SystemdQuoting.word("-" + path)));
        lines.addAll(List.of(
                "RestrictAddressFamilies=AF_UNIX AF_NETLINK",
                "RestrictRealtime=yes",
                "LockPersonality=yes",
                "LimitCORE=0",
                "MemoryMax=512M"));
        if (version >= KNOWS_OOM_POLICY) {
            lines.add("OOMPolicy=continue");
        }
        lines.addAll(List.of("", "[Install]", "WantedBy=default.target", ""));
        return String.join("\n", lines);
    }
}
