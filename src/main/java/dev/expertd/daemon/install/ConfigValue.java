package dev.expertd.daemon.install;

/** A text as a value in git's configuration. */
final class ConfigValue {
    private ConfigValue() {}

    static String of(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
