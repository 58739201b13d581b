package dev.expertd.curate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A line as its reader understands it: wide, accented and borrowed letters are the plain ones, and words that are joined
 * as names are or spelled letter by letter are words.
 *
 * @param plain without accents, in lower case, blanks collapsed; other scripts stay
 * @param latin the same with letters of other scripts that look like Latin ones replaced by these
 * @param dense only the letters, digits that stand for letters replaced by these
 */
record Folded(String plain, String latin, String dense) {
    private static final String LOOKS = "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdԛqԝwɡgӏlαaβbεeηnιiκkνvοoρpτtυuχxωwıiℓl";
    private static final String LEET = "0o1i3e4a5s7t@a$s!i|l";
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern HUMPS = Pattern.compile("(?<=[a-z])(?=[A-Z][a-z])");
    private static final Pattern JOINTS =
            Pattern.compile("[\\s_*~\"'`\u2018\u2019\u201c\u201d]+|(?<=\\p{L})[-./\\\\+](?=\\p{L})");

    static Folded of(String line) {
        String text = Normalizer.normalize(line, Normalizer.Form.NFKD);
        text = HUMPS.matcher(MARKS.matcher(text).replaceAll("")).replaceAll(" ");
        String plain =
                JOINTS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        String latin = replaced(plain, LOOKS);
        String dense = replaced(latin, LEET).replaceAll("[^a-z]", "");
        return new Folded(plain, latin, dense);
    }

    /** Every reading in which an instruction may be seen. */
    List<String> readings() {
        return plain.equals(latin) ? List.of(plain) : List.of(plain, latin);
    }

    /** Replaces each character that stands at an even place of the table by its neighbour. */
    private static String replaced(String text, String table) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = table.indexOf(text.charAt(i));
            out.append(at >= 0 && at % 2 == 0 ? table.charAt(at + 1) : text.charAt(i));
        }
        return out.toString();
    }
}
