package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Json;
import dev.expertd.config.SettingsException;
import dev.expertd.model.Commit;
import dev.expertd.model.ExpertView;
import dev.expertd.upkeep.Checkout;
import dev.expertd.upkeep.drift.Drift;
import dev.expertd.upkeep.drift.DriftLook;
import dev.expertd.upkeep.drift.DriftSync;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What expertise files say that the code no longer does. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Tells which Parts of expertise files the code has left behind: signatures, results and lists that are others"
                    + " now, and what was deleted.",
            "Nothing is written. A finding is gone once the file or the code is changed accordingly."
        },
        footer = {"", "Example:", "  expertd drift"})
final class DriftCommand implements Callable<Integer> {
    private final House house;

    @Option(names = "--json", description = "One JSON object for each finding.")
    private boolean json;

    DriftCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        try (Checkout here = house.checkout()) {
            DriftLook look = new DriftLook(here.git(), here.git().head().orElse(""));
            int found = 0;
            for (ExpertView view : here.experts()) {
                String file = view.expert().file();
                byte[] content = Files.readAllBytes(here.root().resolve(file));
                List<Drift> drifts = look.look(file, content);
                new DriftSync(here).whole(file, content, drifts);
                found += drifts.size();
                drifts.forEach(drift ->
                        house.out().println(json ? Json.line(json(here, view, drift)) : line(here, view, drift)));
            }
            if (here.experts().isEmpty() && !json) {
                house.out().println("there is no expertise file here; `expertd init` tells where they are looked for");
            } else if (found == 0 && !json) {
                house.out().println("all is well: nothing that the expertise files describe was changed since");
            }
        }
        return 0;
    }

    private static String line(Checkout here, ExpertView view, Drift drift) {
        return here.safe(view.expert().file() + ":" + drift.line() + ": " + drift.part() + ": " + drift.words()
                        + (drift.commit().isEmpty() ? "" : "; commit " + Commit.shortId(drift.commit())))
                .text();
    }

    private static Map<String, Object> json(Checkout here, ExpertView view, Drift drift) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("expert", view.expert().name());
        json.put("file", view.expert().file());
        json.put("line", drift.line());
        json.put("part", here.safe(drift.part()).text());
        json.put("kind", drift.kind().name().toLowerCase(Locale.ROOT));
        json.put("subject", here.safe(drift.subject()).text());
        json.put("change", here.safe(drift.words()).text());
        json.put("commit", drift.commit().isEmpty() ? null : drift.commit());
        return json;
    }
}
