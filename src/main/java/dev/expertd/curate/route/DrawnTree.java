package dev.expertd.curate.route;

import java.util.ArrayList;
import java.util.List;

/** Reads a tree of files as it is drawn in a code block, line by line, into whole paths. */
final class DrawnTree {
    private static final int DEEPEST = 30;

    /** One folder above the line that is read, with the column at which its name begins. */
    private record Folder(int column, String path) {}

    private final List<Folder> above = new ArrayList<>();

    /** The line with the name in it completed to the path it stands for; as it is if it draws no branch. */
    String complete(String line) {
        int column = name(line);
        boolean isBranch = column > 0 && (line.lastIndexOf('─', column) >= 0 || line.lastIndexOf("--", column) >= 0);
        int end = column;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        String named = line.substring(column, end);
        if (!isBranch) {
            above.clear();
            if (named.endsWith("/")) {
                above.add(new Folder(column, named));
            }
            return line;
        }
        while (!above.isEmpty() && above.get(above.size() - 1).column() >= column) {
            above.remove(above.size() - 1);
        }
        String path = (above.isEmpty() ? "" : above.get(above.size() - 1).path()) + named;
        if (named.endsWith("/") && above.size() < DEEPEST) {
            above.add(new Folder(column, path));
        }
        return path + line.substring(end);
    }

    /** Where the name begins, behind the branches. */
    private static int name(String line) {
        int at = 0;
        while (at < line.length() && " \t│├└─|`+-\u00a0".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
