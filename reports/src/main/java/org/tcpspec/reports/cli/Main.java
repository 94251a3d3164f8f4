package org.tcpspec.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.play.StepsPlanning;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.LabException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command {@code tcpspec}. Further subcommands stand beside {@link RunCommand}. */
@Command(
        name = "tcpspec",
        description = "Plays the rules of TCP (RFC 9293 and its companions) against an implementation under test.",
        subcommands = {
            RunCommand.class,
            IutsCommand.class,
            PlanCommand.class,
            ProbeCommand.class,
            CoverageCommand.class,
            FaultsCommand.class,
            ProveCommand.class,
            GateCommand.class,
            WaiveCommand.class,
            MergeCommand.class,
            VerifyCommand.class,
            JudgeCommand.class,
            MatrixCommand.class,
            StepsCommand.class,
            NewCommand.class,
            LintCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR,
        footer = {
            "",
            "Exit codes: 0 all well; 1 a MUST failed that no deviation lists; 2 something inconclusive, or nothing"
                    + " judged; 3 an error of kit or lab; 4 a gate is broken; 5 a report differs from its record; 64 wrong usage or broken input; 130 interrupted.",
            "TCPSPEC_DEBUG=1 shows the stack trace of an error."
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        System.exit(start(args, Terminal.ofProcess()));
    }

    /** As the command does, but returns the exit code. */
    static int start(String[] args, Terminal terminal) {
        List<Path> jars = GlueJars.named(args);
        return jars.isEmpty() ? run(args, terminal, new StepsPlanning()) : GlueJars.run(args, terminal, jars);
    }

    /** As the command does with a planning of its own, but returns the exit code. */
    static int run(String[] args, Terminal terminal, Planning planning) {
        return commandLine(terminal, planning).execute(args);
    }

    /** The command and its subcommands. */
    static CommandLine commandLine(Terminal terminal, Planning planning) {
        CommandLine command = new CommandLine(new Main(), new Factory(terminal, planning));
        command.setOut(new PrintWriter(terminal.out(), true));
        command.setErr(new PrintWriter(terminal.err(), true));
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setParameterExceptionHandler((e, given) -> wrongUsage(e));
        command.setExecutionExceptionHandler((e, at, result) -> report(e, terminal));
        return command;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new ParameterException(spec.commandLine(), "Missing subcommand");
    }

    private static int wrongUsage(ParameterException e) {
        CommandLine at = e.getCommandLine();
        String message = Escape.line(e.getMessage());
        String name = at.getCommandSpec().qualifiedName();
        at.getErr().println("tcpspec: " + message + (message.endsWith(".") ? "" : ".") + " See '" + name + " --help'.");
        debug(e);
        return ExitCode.USAGE;
    }

    /** One sentence for what went wrong, and the code for its kind. */
    static int report(Exception e, Terminal terminal) {
        debug(e);
        if (e instanceof BrokenInputException) {
            e.getMessage().lines().forEach(line -> terminal.err().println("tcpspec: " + Escape.line(line)));
            return ExitCode.USAGE;
        }
        terminal.err().println("tcpspec: " + Escape.line(sentence(e)));
        return ExitCode.ERROR;
    }

    private static String sentence(Exception e) {
        if (e instanceof LabException || e instanceof IutGoneException) {
            return e.getMessage();
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return "A file cannot be written or read: " + cause.getMessage() + " ("
                        + cause.getClass().getSimpleName() + "); free some space, or name another place to write to.";
            }
        }
        return "A fault of the kit: " + e + "; run again with TCPSPEC_DEBUG=1 and report what it prints.";
    }

    /** Plays in a process of its own: a lab may take the whole process with it into a namespace. */
    private static int child(List<String> arguments) throws IOException {
        try {
            return new ProcessBuilder(CommandLines.ofChild(arguments))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the run was interrupted", e);
        }
    }

    private static void debug(Exception e) {
        if (System.getenv("TCPSPEC_DEBUG") != null) {
            e.printStackTrace();
        }
    }

    /** Gives the subcommands their terminal. */
    private record Factory(Terminal terminal, Planning planning) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == RunCommand.class) {
                return type.cast(new RunCommand(terminal, planning));
            }
            if (type == IutsCommand.class) {
                return type.cast(new IutsCommand(terminal));
            }
            if (type == PlanCommand.class) {
                return type.cast(new PlanCommand(terminal, planning));
            }
            if (type == ProbeCommand.class) {
                return type.cast(new ProbeCommand(terminal, planning));
            }
            if (type == CoverageCommand.class) {
                return type.cast(new CoverageCommand(terminal, planning));
            }
            if (type == FaultsCommand.class) {
                return type.cast(new FaultsCommand(terminal));
            }
            if (type == MatrixCommand.class) {
                return type.cast(new MatrixCommand(terminal, Main::child));
            }
            if (type == ProveCommand.class) {
                return type.cast(new ProveCommand(terminal, planning));
            }
            if (type == GateCommand.class) {
                return type.cast(new GateCommand(terminal));
            }
            if (type == WaiveCommand.class) {
                return type.cast(new WaiveCommand(terminal));
            }
            if (type == MergeCommand.class) {
                return type.cast(new MergeCommand(terminal));
            }
            if (type == VerifyCommand.class) {
                return type.cast(new VerifyCommand(terminal, planning));
            }
            if (type == JudgeCommand.class) {
                return type.cast(new JudgeCommand(terminal));
            }
            if (type == StepsCommand.class) {
                return type.cast(new StepsCommand(terminal, planning));
            }
            if (type == DoctorCommand.class) {
                return type.cast(new DoctorCommand(terminal));
            }
            if (type == NewCommand.class) {
                return type.cast(new NewCommand(terminal));
            }
            if (type == LintCommand.class) {
                return type.cast(new LintCommand(terminal, planning));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
