package dev.expertd.curate.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.expertd.SharedCorpus;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commits of which people said whose they are, with the expertise files of that project as they ended. */
class CorpusRoutingTest {
    private static final String PROJECT = "gblack686__sample-multi-tenant-agent-core-app__";

    @Test
    void mostCommitsComeToTheExpertThatPeopleNamed() throws IOException {
        List<ExpertView> experts = experts(SharedCorpus.require("corpus/expertise"));
        List<JsonNode> commits = new ArrayList<>();
        FileIndex files = new FileIndex();
        for (String line : Files.readAllLines(SharedCorpus.require("corpus/commits.jsonl"))) {
            JsonNode commit = new ObjectMapper().readTree(line);
            paths(commit).forEach(files::add);
            commits.add(commit);
        }
        Territories read = new Territories();
        int asked = 0;
        int first = 0;
        int second = 0;
        for (JsonNode commit : commits) {
            String named = commit.path("primary_expert").asText("");
            if (experts.stream().anyMatch(view -> view.expert().name().equals(named))) {
                List<String> ranked = Router.route(
                                new Question(
                                        experts,
                                        paths(commit),
                                        commit.path("message").asText(),
                                        files,
                                        Together.NONE,
                                        List.of()),
                                read)
                        .ranked()
                        .stream()
                        .map(share -> share.expert().name())
                        .toList();
                int rank = ranked.indexOf(named);
                asked++;
                first += rank == 0 ? 1 : 0;
                second += rank == 0 || rank == 1 ? 1 : 0;
            }
        }
        // what was reached: 10 first and all 12 within two
        assertThat(asked).isEqualTo(12);
        assertThat(first).isGreaterThanOrEqualTo(10);
        assertThat(second).isEqualTo(12);
    }

    private static List<String> paths(JsonNode commit) {
        List<String> paths = new ArrayList<>();
        commit.path("files").forEach(file -> paths.add(file.path("path").asText()));
        return paths;
    }

    private static List<ExpertView> experts(Path folder) throws IOException {
        List<ExpertView> experts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(PROJECT) && !name.contains("template")) {
                    String expert = name.substring(PROJECT.length(), name.length() - 3);
                    experts.add(new ExpertView(
                            new Expert(expert, "experts/" + expert + ".md", Expert.Format.SECTIONS, List.of()),
                            Map.of(),
                            Files.readString(file)));
                }
            }
        }
        return experts;
    }
}
