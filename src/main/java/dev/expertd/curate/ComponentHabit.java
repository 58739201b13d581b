package dev.expertd.curate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the bullets of one expertise file name a component that is a file: {@code session_store}, {@code sessions.py} or
 * {@code server/app/sessions.py}. The form that most of them have; with too few, the stem.
 */
public final class ComponentHabit {
    private static final int HABIT = 3;
    private static final Pattern COMPONENT = Pattern.compile("component: ([^,()]{1,100})");
    private static final Pattern ENDING = Pattern.compile("^[\\w.-]{1,60}\\.[a-z][a-z0-9]{0,5}$");

    /** How much of its path names a file. */
    enum Form {
        STEM,
        NAME,
        PATH
    }

    private final Form form;

    private ComponentHabit(Form form) {
        this.form = form;
    }

    public static ComponentHabit of(List<String> bullets) {
        Map<Form, Integer> counts = new EnumMap<>(Form.class);
        int all = 0;
        for (String bullet : bullets) {
            Matcher matcher = COMPONENT.matcher(bullet);
            if (matcher.find()) {
                for (String part : matcher.group(1).split(" \\+ ", -1)) {
                    counts.merge(form(part.strip()), 1, Integer::sum);
                    all++;
                }
            }
        }
        Form most = Form.STEM;
        for (Map.Entry<Form, Integer> each : counts.entrySet()) {
            most = all >= HABIT && each.getValue() > counts.getOrDefault(most, 0) ? each.getKey() : most;
        }
        return new ComponentHabit(most);
    }

    private static Form form(String part) {
        if (part.indexOf('/') >= 0 && part.indexOf(' ') < 0) {
            return Form.PATH;
        }
        return ENDING.matcher(part).matches() ? Form.NAME : Form.STEM;
    }

    /**
     * The component in this form, if it is the stem of a changed file; else as it is.
     *
     * @param changed the changed paths
     */
    public String form(String component, List<String> changed) {
        if (form == Form.STEM || component.isEmpty()) {
            return component;
        }
        return changed.stream()
                .filter(path -> Component.stem(path).equals(component))
                .sorted()
                .findFirst()
                .map(path -> form == Form.PATH ? path : path.substring(path.lastIndexOf('/') + 1))
                .orElse(component);
    }
}
