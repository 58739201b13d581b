package dev.expertd.learn;

import dev.expertd.curate.Curator;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lets go what waited only for another day: the strongest first, as many as that day still takes. */
final class Overdue {
    private final Site site;

    Overdue(Site site) {
        this.site = site;
    }

    void release() {
        Hold hold = Hold.of(site.settings());
        String reason = Curator.tooManyToday(site.settings().learning().perDay());
        Map<String, List<Learning>> byExpert =
                site.journal().learnings().in(site.repository(), LearningState.HELD).stream()
                        .filter(learning -> learning.reason().text().equals(reason))
                        .filter(learning -> LocalDate.ofInstant(
                                        learning.at(), site.checkout().clock().getZone())
                                .isBefore(site.today()))
                        .collect(Collectors.groupingBy(Learning::expert, LinkedHashMap::new, Collectors.toList()));
        byExpert.forEach((expert, learnings) -> {
            int room = site.settings().learning().perDay()
                    - site.journal().learnings().countOn(site.repository(), expert, site.today());
            learnings.stream()
                    .sorted(Comparator.comparingDouble(Learning::score).reversed())
                    .limit(Math.max(0, room))
                    .forEach(learning -> site.journal()
                            .learnings()
                            .move(
                                    site.repository(),
                                    learning.id(),
                                    hold.state(),
                                    site.safe(hold.reason()),
                                    site.today()));
        });
    }
}
