package dev.expertd.daemon.install.service;

import dev.expertd.io.Places;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Whether a user's services run although that user is not logged in: only if somebody asked for it. */
final class Linger {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<Tool> loginctl;
    private final Places places;

    Linger(Map<String, String> environment, Places places) {
        this.loginctl = Tool.find("loginctl", environment, "--no-pager", "--no-ask-password");
        this.places = places;
    }

    boolean isOn() {
        try {
            return loginctl.isPresent()
                    && loginctl.get()
                            .ask(PATIENCE, "show-user", user(), "--property=Linger")
                            .out()
                            .strip()
                            .equals("Linger=yes");
        } catch (IOException e) {
            return false;
        }
    }

    /** Switches it on and remembers that it was off; false if it was on. */
    boolean on() throws IOException {
        if (isOn()) {
            return false;
        }
        loginctl.orElseThrow(() -> new IOException("loginctl is missing: lingering cannot be switched on"))
                .tell(PATIENCE, "enable-linger", user());
        Optional<ServiceRecord> record = ServiceRecord.read(places);
        if (record.isPresent()) {
            record.get().withLinger().write(places);
        }
        return true;
    }

    /** Switches it off again if it was us who switched it on. */
    boolean off() throws IOException {
        if (ServiceRecord.read(places).filter(ServiceRecord::linger).isEmpty() || loginctl.isEmpty()) {
            return false;
        }
        loginctl.get().tell(PATIENCE, "disable-linger", user());
        return true;
    }

    private static String user() {
        return System.getProperty("user.name", "");
    }
}
