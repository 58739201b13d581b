package dev.expertd.judge;

import dev.expertd.model.Failure;
import java.util.regex.Pattern;

/** What kind of thing went wrong, as far as the failure's own words tell. The first kind that fits is named. */
public enum FailureKind {
    ISOLATION(
            "tenant isolation",
            "tenant.{0,30}(?:mismatch|isolation|scope|denied|leak)|cross-tenant",
            false,
            "the data of one tenant stays with it"),
    PERMISSION(
            "permission or credentials",
            "access ?denied|permission|forbidden|unauthori[sz]ed|credential|not authorized|\\b40[13]\\b|EACCES|EPERM|expired ?token",
            true,
            "the permission or credential that it names is in place"),
    IMPORT(
            "import or dependency",
            "ModuleNotFound|ImportError|NoClassDefFound|ClassNotFound|Cannot find module|No module named|cannot import|unresolved import|NoSuchMethodError",
            true,
            "the module or dependency that it names can be loaded"),
    TIMEOUT(
            "timeout",
            "time(?:d)? ?out|deadline exceeded|ETIMEDOUT",
            false,
            "the call that hangs returns, or its limit is raised on purpose"),
    NETWORK(
            "network",
            "ECONNREFUSED|ECONNRESET|ENOTFOUND|connection (?:refused|reset|aborted)|unknown ?host|name or service not known|socket",
            true,
            "the service that it names can be reached"),
    MEMORY(
            "memory",
            "OutOfMemory|MemoryError|heap|ENOMEM|stack ?overflow|RecursionError",
            true,
            "there is memory enough, or less is asked for"),
    CONCURRENCY(
            "concurrency",
            "deadlock|race|ConcurrentModification|lock (?:wait|timeout)|locked|event loop",
            false,
            "the order of the accesses is certain"),
    MISSING_RESOURCE(
            "missing resource or file",
            "FileNotFound|NoSuchFile|ENOENT|No such file|ResourceNotFound|NoSuchBucket|NoSuchKey|not found|does not exist|\\b404\\b",
            true,
            "the resource that it names exists"),
    SYNTAX(
            "syntax",
            "SyntaxError|parse error|unexpected token|IndentationError|cannot find symbol|compilation",
            false,
            "the code parses and compiles"),
    NULL(
            "null value",
            "NullPointer|NoneType|of null|of undefined|is null|nil pointer|undefined is not",
            false,
            "the value that was null is set, or its absence is handled"),
    TYPE(
            "type",
            "TypeError|ClassCast|incompatible type|is not a function|is not callable|mismatched types",
            false,
            "the value has the type that is used"),
    ENVIRONMENT(
            "environment",
            "environment variable|env var|not set|unsupported (?:platform|os|version)|No space left|ENOSPC",
            true,
            "the environment is as the test needs it"),
    ASSERTION(
            "assertion",
            "assert|expected|comparisonfailure|to equal|to be |!=|should ",
            false,
            "the failing test passes"),
    UNKNOWN("unknown", "", false, "the failing test passes");

    private final String words;
    private final Pattern pattern;
    private final boolean blocks;
    private final String precondition;

    FailureKind(String words, String regex, boolean blocks, String precondition) {
        this.words = words;
        this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        this.blocks = blocks;
        this.precondition = precondition;
    }

    /** The kind of a failure, by its type and headline. */
    public static FailureKind of(Failure failure) {
        String said = Headline.of(failure);
        for (FailureKind kind : values()) {
            if (kind == UNKNOWN || kind.pattern.matcher(said).find()) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** As people name it. */
    public String words() {
        return words;
    }

    /** True if no change of the code at hand will mend it: something outside stands in the way. */
    public boolean blocks() {
        return blocks;
    }

    /** What must hold before it is worth trying again. */
    public String precondition() {
        return precondition;
    }
}
