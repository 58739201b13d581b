package dev.expertd.cli;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.cli.house.Output;
import dev.expertd.cli.house.StandardTerminal;
import dev.expertd.cli.house.Terminal;
import dev.expertd.cli.text.ReviewText;
import dev.expertd.config.SettingsException;
import dev.expertd.git.GitException;
import dev.expertd.io.FileTrouble;
import dev.expertd.io.PlacesException;
import dev.expertd.journal.JournalException;
import dev.expertd.learn.LearnException;
import dev.expertd.upkeep.AmbiguousException;
import dev.expertd.upkeep.UpkeepException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;

/** The program: arguments and streams in, exit status out. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Output output = new Output(new FileOutputStream(FileDescriptor.out));
        PrintStream out = output.printing();
        int status = run(args, out, System.err, System.getenv(), new StandardTerminal());
        out.flush();
        output.problem().ifPresent(why -> System.err.println("expertd: not all of the output was written: " + why));
        System.exit(status == 0 && output.problem().isPresent() ? 1 : status);
    }

    /** Runs one command: 0 done, 1 failed, 2 wrong usage. */
    static int run(
            String[] args, PrintStream out, PrintStream err, Map<String, String> environment, Terminal terminal) {
        House house = new House(Main.class, environment, out, err, terminal);
        CommandLine line = Expertd.line(house, args);
        line.setOut(writer(out));
        line.setErr(writer(err));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(110);
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, err));
        line.setParameterExceptionHandler((wrong, given) -> {
            err.println("expertd: " + wrong.getMessage() + "; see `"
                    + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help`");
            return 2;
        });
        try {
            return line.execute(args);
        } finally {
            house.close();
        }
    }

    /** One line for what is expected to fail; anything else is a defect and says so. */
    private static int failed(Exception failure, PrintStream err) {
        String message = failure instanceof IOException file ? FileTrouble.of(file) : failure.getMessage();
        if (failure instanceof AmbiguousException ambiguous) {
            err.println("expertd: " + message);
            ambiguous.candidates().forEach(line -> err.println("  " + ReviewText.inOneLine(line)));
            return 2;
        }
        boolean expected = failure instanceof LearnException
                || failure instanceof UpkeepException
                || failure instanceof GitException
                || failure instanceof JournalException
                || failure instanceof SettingsException
                || failure instanceof CommandException
                || failure instanceof PlacesException
                || failure instanceof IOException;
        if (expected && message != null) {
            message.lines().forEach(line -> err.println("expertd: " + line));
        } else {
            err.println("expertd: this should not have happened: " + failure
                    + "; please report it with the command you ran");
        }
        if (System.getenv("EXPERTD_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        return 1;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
