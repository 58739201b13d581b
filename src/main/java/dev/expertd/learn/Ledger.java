package dev.expertd.learn;

import dev.expertd.model.Act;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The acts that this pass judged, in order; an act judged again moves to the end. */
final class Ledger {
    private final Map<String, String> credited = new LinkedHashMap<>();

    /** Notes that an act was judged. */
    void judged(String act) {
        String before = credited.remove(act);
        credited.put(act, before == null ? "" : before);
    }

    /** Notes which commit the act's newest run credits or blames. */
    void credits(String act, String commit) {
        credited.put(act, commit);
    }

    void absorbed(String act) {
        credited.remove(act);
    }

    /** The acts as the journal holds them now. */
    List<JudgedAct> read(Site site) {
        List<JudgedAct> acts = new ArrayList<>();
        credited.forEach((id, commit) ->
                site.journal().acts().find(site.repository(), id).ifPresent(act -> acts.add(read(site, act, commit))));
        return acts;
    }

    static JudgedAct read(Site site, Act act, String credited) {
        return ActView.of(site.journal(), act, credited);
    }
}
