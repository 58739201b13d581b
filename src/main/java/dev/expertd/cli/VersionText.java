package dev.expertd.cli;

import dev.expertd.cli.house.House;
import picocli.CommandLine;

/** The version as the jar's manifest states it. */
final class VersionText implements CommandLine.IVersionProvider {
    private final House house;

    VersionText(House house) {
        this.house = house;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"expertd " + house.version()};
    }
}
