package dev.expertd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class ExpertdTest {
    @Test
    void eachCommandIsCalledByItsOwnName() {
        assertThat(Expertd.COMMANDS)
                .allSatisfy((name, command) ->
                        assertThat(command.getAnnotation(Command.class).name()).isEqualTo(name));
    }
}
