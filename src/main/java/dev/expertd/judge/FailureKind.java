package dev.expertd.judge;

import dev.expertd.model.Failure;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of thing went wrong, as far as the failure's own words tell. The first kind that fits is named. */
public enum FailureKind {
    ISOLATION(
            "tenant isolation",
            "(?:tenant|workspace|organi[sz]ation).{0,30}(?:mismatch|isolation|scope|denied|leak|belongs to)|cross-tenant",
            false,
            "the data of one tenant stays with it"),
    PERMISSION(
            "permission or credentials",
            "access ?denied|permission|forbidden|unauthori[sz]ed|credential|not authorized|EACCES|EPERM|expired ?token"
                    + "|(?:status|http|code)\\D{0,12}40[13]\\b|invalid (?:api key|token|signature)",
            true,
            "the permission or credential that it names is in place"),
    IMPORT(
            "import or dependency",
            "ModuleNotFound|ImportError|NoClassDefFound|ClassNotFound|cannot find (?:module|package)|no module named"
                    + "|cannot import|unresolved import|NoSuchMethodError|ERR_MODULE_NOT_FOUND",
            true,
            "the module or dependency that it names can be loaded"),
    TIMEOUT(
            "timeout",
            "time(?:d)?[ -]?out|deadline exceeded|ETIMEDOUT",
            false,
            "the call that hangs returns, or its limit is raised on purpose"),
    NETWORK(
            "network",
            "ECONN(?:REFUSED|RESET|ABORTED)|\\bENOTFOUND|EHOSTUNREACH|EAI_AGAIN|connection.{0,12}(?:refused|reset|aborted|closed)"
                    + "|unknown ?host|name or service not known|socket (?:hang up|closed|error)|network (?:is )?unreachable",
            true,
            "the service that it names can be reached"),
    MEMORY(
            "memory",
            "OutOfMemory|MemoryError|heap (?:space|out of)|ENOMEM|stack ?overflow|RecursionError|maximum (?:call stack|recursion)",
            true,
            "there is memory enough, or less is asked for"),
    CONCURRENCY(
            "concurrency",
            "deadlock|\\b(?:data )?race\\b|ConcurrentModification|lock wait|could not (?:obtain|serialize)"
                    + "|(?:database|resource|table) is locked|event loop|attached to a different loop",
            false,
            "the order of the accesses is certain"),
    ENVIRONMENT(
            "environment",
            "environment variable|\\benv(?:ironment)? var|(?:variable|key|setting|region) .{0,40}(?:is )?not (?:set|configured)"
                    + "|unsupported (?:platform|os|version)|no space left|ENOSPC|command not found|EADDRINUSE|address already in use",
            true,
            "the environment is as the test needs it"),
    MISSING_RESOURCE(
            "missing resource or file",
            "FileNotFound|NoSuchFile|ENOENT|no such (?:file|table|bucket|key|column|index)|ResourceNotFound|NoSuch(?:Bucket|Key|Entity)"
                    + "|\\bnot found\\b|does not exist|(?:status|http|code)\\D{0,12}404\\b",
            true,
            "the resource that it names exists"),
    SYNTAX(
            "syntax",
            "SyntaxError|parse ?error|unexpected token|IndentationError|cannot find symbol|compilation (?:error|failed)|does not compile",
            false,
            "the code parses and compiles"),
    NULL(
            "null value",
            "NullPointer|NoneType|of null\\b|of undefined|\\bis null\\b|nil pointer|undefined is not|is undefined",
            false,
            "the value that was null is set, or its absence is handled"),
    TYPE(
            "type",
            "TypeError|ClassCast|incompatible type|is not (?:a function|callable|iterable)|mismatched types",
            false,
            "the value has the type that is used"),
    ASSERTION(
            "assertion",
            "assert|\\bexpect(?:ed|\\()|comparison ?failure|to (?:equal|be)\\b|!=|\\bshould\\b",
            false,
            "the failing test passes"),
    UNKNOWN("unknown", "", false, "the failing test passes");

    /** A test that compares tells of what it compares, which says little of why it failed. */
    private static final Pattern COMPARES =
            Pattern.compile("(?i)^\\w*(?:assertion|comparison)\\w*: (?:assert\\b|expected\\b|.{0,80}!=).*");

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
        if (COMPARES.matcher(said).matches() && !ISOLATION.pattern.matcher(said).find()) {
            return ASSERTION;
        }
        for (FailureKind kind : values()) {
            if (kind == UNKNOWN || kind.pattern.matcher(said).find()) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** The code by which a provider itself names the failure: {@code AccessDenied}, {@code ECONNREFUSED}, {@code TS2322}. */
    public static Optional<String> code(Failure failure) {
        return ErrorCode.of(failure);
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
