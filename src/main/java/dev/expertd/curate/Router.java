package dev.expertd.curate;

import dev.expertd.model.ExpertView;
import dev.expertd.model.MovedPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the expert that owns an act: by what the settings say it owns, by the paths that its file names, by the words
 * that file and message share. Scope words of conventional commits count little; they were wrong too often.
 */
public final class Router {
    private static final double MOVED = 12;
    private static final double OWNS = 10;
    private static final double NAMES = 4;
    private static final double NAMES_FOLDER = 1.5;
    private static final double CALLED = 1.5;
    private static final double WORDS = 2;
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{3,40}");

    private Router() {}

    /**
     * Ranks the experts for a commit by its paths and its message.
     *
     * @param moved paths whose lines a person moved to another expert; that outweighs all else
     */
    public static Routing route(List<ExpertView> experts, List<String> paths, String message, List<MovedPath> moved) {
        if (experts.size() == 1) {
            return new Routing(List.of(new Routing.Share(experts.get(0).expert(), 1, List.of("the only expert"))));
        }
        List<Routing.Share> shares = new ArrayList<>();
        for (ExpertView view : experts) {
            List<String> reasons = new ArrayList<>();
            double score = byHand(view, paths, moved, reasons)
                    + byPaths(view, paths, reasons)
                    + byName(view, paths, message, reasons)
                    + byWords(view, message, reasons);
            if (score > 0) {
                shares.add(new Routing.Share(view.expert(), score, reasons));
            }
        }
        shares.sort(Comparator.comparingDouble(Routing.Share::score).reversed());
        return new Routing(shares);
    }

    private static double byHand(ExpertView view, List<String> paths, List<MovedPath> moved, List<String> reasons) {
        Set<String> touched = new HashSet<>(paths);
        List<MovedPath> here = moved.stream()
                .filter(each -> each.expert().equals(view.expert().name()) && touched.contains(each.path()))
                .toList();
        here.forEach(each -> reasons.add(each.path() + " was moved to it by hand, with " + each.learning()));
        return paths.isEmpty() ? 0 : MOVED * here.size() / Math.sqrt(paths.size());
    }

    private static double byPaths(ExpertView view, List<String> paths, List<String> reasons) {
        double score = 0;
        for (String path : paths) {
            if (view.expert().owns().stream().anyMatch(glob -> Globs.matches(glob, path))) {
                score += OWNS;
                reasons.add("owns " + path);
            } else if (names(view.text(), path)) {
                score += NAMES;
                reasons.add("names " + path);
            } else if (namesFolder(view.text(), path)) {
                score += NAMES_FOLDER;
                reasons.add("names the folder of " + path);
            }
        }
        return paths.isEmpty() ? 0 : score / Math.sqrt(paths.size());
    }

    /** The file's own name is enough where it is telling: most references are no full paths. */
    private static boolean names(String text, String path) {
        if (text.contains(path)) {
            return true;
        }
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.length() >= 6
                && !file.startsWith("index.")
                && !file.startsWith("__init__")
                && containsWord(text, file);
    }

    private static boolean namesFolder(String text, String path) {
        int slash = path.lastIndexOf('/');
        return slash > 3 && text.contains(path.substring(0, slash + 1));
    }

    private static double byName(ExpertView view, List<String> paths, String message, List<String> reasons) {
        String name = view.expert().name().toLowerCase(Locale.ROOT);
        boolean inPath = paths.stream()
                .anyMatch(path -> List.of(path.toLowerCase(Locale.ROOT).split("[/._-]", -1))
                        .contains(name));
        boolean inMessage = containsWord(message.toLowerCase(Locale.ROOT), name);
        if (inPath || inMessage) {
            reasons.add("is called " + name);
        }
        return (inPath ? CALLED : 0) + (inMessage ? CALLED / 2 : 0);
    }

    private static double byWords(ExpertView view, String message, List<String> reasons) {
        Set<String> said = words(message);
        if (said.isEmpty()) {
            return 0;
        }
        Set<String> vocabulary = words(view.text());
        long shared = said.stream().filter(vocabulary::contains).count();
        if (shared > 0) {
            reasons.add("shares " + shared + " words with the message");
        }
        return WORDS * shared / said.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static boolean containsWord(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0) {
            boolean before = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            int end = at + word.length();
            boolean after = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (before && after) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }
}
