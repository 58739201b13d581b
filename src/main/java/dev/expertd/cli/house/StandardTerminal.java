package dev.expertd.cli.house;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terminal that the program was started from, if it was started from one. */
public final class StandardTerminal implements Terminal {
    private @Nullable BufferedReader in;

    /** From JDK 22 on there is a console without a terminal too, and it says which it is. */
    @Override
    public boolean isInteractive() {
        return Optional.ofNullable(System.console())
                .filter(StandardTerminal::isTerminal)
                .isPresent();
    }

    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // an older JDK has a console only where there is a terminal
        }
    }

    @Override
    public Optional<String> ask(String question) throws IOException {
        System.out.print(question);
        System.out.flush();
        BufferedReader reader = in;
        if (reader == null) {
            reader = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            in = reader;
        }
        return Optional.ofNullable(reader.readLine());
    }

    @Override
    public int run(ProcessBuilder program) throws IOException {
        try {
            return program.inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program.command().get(0) + " was interrupted", e);
        }
    }
}
