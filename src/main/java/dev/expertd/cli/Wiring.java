package dev.expertd.cli;

import dev.expertd.cli.house.House;
import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Gives every command the house it works in. */
final class Wiring implements CommandLine.IFactory {
    private final House house;

    Wiring(House house) {
        this.house = house;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            Constructor<K> constructor = type.getDeclaredConstructor(House.class);
            constructor.setAccessible(true);
            return constructor.newInstance(house);
        } catch (NoSuchMethodException e) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
