package dev.expertd.cli.text;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.journal.ReferenceEdit;
import dev.expertd.model.Commit;
import dev.expertd.model.ExpertView;
import dev.expertd.upkeep.Checkout;
import dev.expertd.upkeep.reference.Correction;
import dev.expertd.upkeep.reference.ReferenceLook.Finding;
import dev.expertd.upkeep.reference.Standing;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** References of one expertise file in words and as JSON. */
public final class ReferenceText {
    private final Checkout here;
    private final ExpertView view;
    private final Set<String> undone;

    public ReferenceText(Checkout here, ExpertView view) {
        this.here = here;
        this.view = view;
        this.undone = here
                .journal()
                .references()
                .in(here.repository(), view.expert().file())
                .stream()
                .filter(edit -> edit.state() == ReferenceEdit.State.UNDONE)
                .map(ReferenceEdit::key)
                .collect(Collectors.toSet());
    }

    public boolean holds(Finding finding) {
        return finding.standing() instanceof Standing.Exact;
    }

    public String line(Finding finding) {
        return here.safe(view.expert().file() + ":" + (finding.reference().line() + 1) + ": "
                        + said(finding.reference()) + " " + words(finding.standing())
                        + (!finding.holds() && undone.contains(Correction.key(finding.reference()))
                                ? "; left alone since its correction was undone"
                                : ""))
                .text();
    }

    /** One line for the file: how many references it holds, by how they stand. */
    public String summary(List<Finding> findings) {
        Map<String, Long> counts = findings.stream()
                .collect(Collectors.groupingBy(finding -> finding.standing().word(), Collectors.counting()));
        String parts = Stream.of("exact", "moved", "renamed", "gone", "ambiguous")
                .filter(counts::containsKey)
                .map(word -> counts.get(word) + " " + word)
                .collect(Collectors.joining(", "));
        return view.expert().file() + ": "
                + (findings.isEmpty() ? "no references" : findings.size() + " references: " + parts);
    }

    public Map<String, Object> json(Finding finding) {
        Reference reference = finding.reference();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("expert", view.expert().name());
        json.put("file", view.expert().file());
        json.put("line", reference.line() + 1);
        json.put("kind", reference.kind().name().toLowerCase(Locale.ROOT));
        json.put("reference", here.safe(spelled(reference)).text());
        json.put(
                "symbol",
                reference.symbols().stream()
                        .findFirst()
                        .map(name -> here.safe(name).text())
                        .orElse(null));
        json.put("state", finding.standing().word());
        if (finding.standing() instanceof Standing.Exact exact) {
            json.put("path", here.safe(exact.path()).text());
        } else if (finding.standing() instanceof Standing.Moved moved) {
            json.put("path", here.safe(moved.path()).text());
            json.put("first", moved.first());
            json.put("last", moved.last());
            json.put("certain", moved.certain());
            json.put("commit", moved.commit().isEmpty() ? null : moved.commit());
            json.put("why", here.safe(moved.why()).text());
        } else if (finding.standing() instanceof Standing.Renamed renamed) {
            json.put("path", here.safe(renamed.path()).text());
            json.put("written", here.safe(renamed.written()).text());
            json.put("certain", renamed.certain());
            json.put("commit", renamed.commit().isEmpty() ? null : renamed.commit());
        } else if (finding.standing() instanceof Standing.Gone gone) {
            json.put("commit", gone.commit().isEmpty() ? null : gone.commit());
            json.put("why", here.safe(gone.why()).text());
        } else if (finding.standing() instanceof Standing.Ambiguous ambiguous) {
            json.put("why", here.safe(ambiguous.why()).text());
        }
        return json;
    }

    /** References are kept as bytes of the file; a dash of typographers is three. */
    private static String spelled(Reference reference) {
        return new String(reference.text().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String said(Reference reference) {
        return switch (reference.kind()) {
            case LINES ->
                (reference.isRange() ? "lines " : "line ")
                        + spelled(reference)
                        + reference.symbols().stream()
                                .findFirst()
                                .map(name -> " (`" + name + "`)")
                                .orElse("");
            case SYMBOL -> "`" + spelled(reference) + "()`";
            case PATH -> "`" + spelled(reference) + "`";
        };
    }

    private static String words(Standing standing) {
        if (standing instanceof Standing.Exact exact) {
            return "holds, in " + exact.path();
        }
        if (standing instanceof Standing.Moved moved) {
            String place =
                    moved.path() + ":" + moved.first() + (moved.last() > moved.first() ? "-" + moved.last() : "");
            return (moved.certain() ? "is now " : "may be ") + place + " (" + moved.why() + by(moved.commit()) + ")";
        }
        if (standing instanceof Standing.Renamed renamed) {
            return (renamed.certain() ? "is now `" : "may be `") + renamed.path() + "`" + by(renamed.commit());
        }
        if (standing instanceof Standing.Gone gone) {
            return "is gone: " + gone.why() + by(gone.commit());
        }
        return standing instanceof Standing.Ambiguous ambiguous ? "is not clear: " + ambiguous.why() : standing.word();
    }

    private static String by(String commit) {
        return commit.isEmpty() ? "" : "; commit " + Commit.shortId(commit);
    }
}
