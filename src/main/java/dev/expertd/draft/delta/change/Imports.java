package dev.expertd.draft.delta.change;

import java.util.regex.Pattern;

/** Statements that only make names known. */
final class Imports {
    private static final int LONGEST = 500;
    private static final Pattern IMPORT = Pattern.compile("(?:import|package|using|#include|use)\\s.*"
            + "|import\\(.*|from\\s+\\S+\\s+import\\s.*"
            + "|(?:var|const|let)\\s+[\\w$\\s{},:]{1,200}=\\s*require\\([^()]*\\).*"
            + "|export\\s+(?:\\*|\\{[^{}]*\\})\\s+from\\s.*");

    private Imports() {}

    static boolean isImport(String statement) {
        return statement.length() <= LONGEST && IMPORT.matcher(statement).matches();
    }
}
