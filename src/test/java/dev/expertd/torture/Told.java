package dev.expertd.torture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code expertd log} tells: acts as JSON, and each learning with the mark that says where it stands. */
record Told(List<ToldAct> acts, List<ToldLine> lines, String all) {
    private static final Pattern LINE = Pattern.compile("    ([+\u2026?*~-]) ([0-9a-f]{6,}) (.*)");
    private static final Pattern REMARK = Pattern.compile(" \\[[^\\]]*\\]$");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One act. */
    record ToldAct(String id, List<String> commits, List<String> runs) {}

    /** One learning. */
    record ToldLine(String act, String mark, String text) {}

    static Told ask(Packaged program, Path home, Path inside) {
        String json = said(program.run(home, inside, "log", "-n", "1000000", "--json"));
        String text = said(program.run(home, inside, "log", "-n", "1000000"));
        List<ToldAct> acts = new ArrayList<>();
        try {
            for (String line : json.lines().toList()) {
                JsonNode act = JSON.readTree(line);
                acts.add(new ToldAct(act.get("act").asText(), texts(act.get("commits")), texts(act.get("runs"))));
            }
        } catch (JsonProcessingException e) {
            throw new Broken("expertd log --json prints no JSON: " + e.getMessage());
        }
        List<ToldLine> lines = new ArrayList<>();
        String act = "";
        for (String line : text.lines().toList()) {
            Matcher learning = LINE.matcher(line);
            if (learning.matches()) {
                String words = REMARK.matcher(learning.group(3)).replaceFirst("");
                lines.add(new ToldLine(act, learning.group(1), words));
            } else if (!line.startsWith(" ") && line.indexOf(' ') > 0) {
                act = line.substring(0, line.indexOf(' '));
            }
        }
        return new Told(acts, lines, json);
    }

    private static String said(Packaged.Said said) {
        if (said.status() != 0) {
            throw new Broken("expertd log ended with " + said.status() + ": " + said.err());
        }
        return said.out();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    long runs() {
        return acts.stream().flatMap(act -> act.runs().stream()).distinct().count();
    }
}
