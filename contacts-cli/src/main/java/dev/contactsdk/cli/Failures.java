package dev.contactsdk.cli;

import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.transfer.run.TransferException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong and what to do, and chooses the exit code. */
final class Failures {
  private final Interrupts interrupts;

  Failures(Interrupts interrupts) {
    this.interrupts = interrupts;
  }

  /** The command line itself is wrong. */
  int wrongUse(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String unknown = e instanceof MissingParameterException ? unknownOption(command, args) : null;
    if (unknown != null) {
      return wrongUse(new UnmatchedArgumentException(command, List.of(unknown)), args);
    }
    PrintWriter err = command.getErr();
    err.println("contacts: " + wrong(e));
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        err.println("Did you mean: " + String.join(" or ", suggestions) + "?");
      }
    }
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.WRONG_USE;
  }

  /** What is missing may be there with a typing error: that one is told instead. */
  private static @Nullable String unknownOption(CommandLine command, String[] args) {
    return Arrays.stream(args)
        .filter(arg -> arg.startsWith("--"))
        .map(arg -> arg.split("=", 2)[0])
        .filter(name -> !command.getCommandSpec().optionsMap().containsKey(name))
        .findFirst()
        .orElse(null);
  }

  private static String wrong(ParameterException e) {
    CommandLine command = e.getCommandLine();
    return e instanceof UnmatchedArgumentException unmatched
            && command.getParent() == null
            && !unmatched.isUnknownOption()
        ? "'"
            + unmatched.getUnmatched().get(0)
            + "' is no command; there are "
            + String.join(", ", command.getSubcommands().keySet())
        : oneLine(e);
  }

  private static String oneLine(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.replaceAll("\\R\\s*", " ");
  }

  /** The command could not do what it was asked to. */
  int failed(Exception e, CommandLine command, ParseResult parsed) {
    Failure failure = failure(e);
    PrintWriter err = command.getErr();
    err.println("contacts: " + failure.message());
    if (failure.kind().equals(DEFECT)) {
      trace(err, e);
    }
    err.flush();
    if (OutputOptions.of(command).isJson()) {
      Documents.print(
          command.getOut(),
          Documents.failure(command.getCommandName(), failure.kind(), failure.message()),
          failure.exitCode());
    }
    return failure.exitCode();
  }

  private static final String DEFECT = "DEFECT";

  private record Failure(String kind, String message, int exitCode) {}

  private Failure failure(Exception e) {
    if (interrupts.isInterrupted() || e instanceof CanceledException) {
      return new Failure(
          TransferException.Kind.INTERRUPTED.name(),
          "interrupted; what is done is written down. The same command goes on.",
          ExitCode.INTERRUPTED);
    }
    if (e instanceof TransferException transfer) {
      return new Failure(
          transfer.kind().name(), oneLine(e) + advice(e), ExitCode.of(transfer.kind()));
    }
    if (e instanceof InvalidRequestException) {
      return new Failure(
          TransferException.Kind.INPUT.name(),
          oneLine(e).replace(" [outcome NOT_SENT]", "") + advice(e),
          ExitCode.WRONG_USE);
    }
    if (e instanceof SdkException) {
      return new Failure(TransferException.Kind.TARGET.name(), oneLine(e), ExitCode.TARGET);
    }
    return new Failure(
        DEFECT,
        "stopped by a defect of the program, "
            + e.getClass().getName()
            + ". What is done is written down. Please report these lines:",
        ExitCode.WRONG_USE);
  }

  private static String advice(Exception e) {
    String message = oneLine(e);
    if (message.contains("environment variable")) {
      return ". Set what is missing, or give a file of the variables with --env-file";
    }
    return message.contains("no column is surely")
        ? ". Give --region, such as --region IN, or the column, such as --column \"Mobile"
            + " No=phone\""
        : "";
  }

  /** Without messages, which may hold a value of a row. */
  private static void trace(PrintWriter err, Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      err.println(each.getClass().getName());
      for (StackTraceElement frame : each.getStackTrace()) {
        err.println("  at " + frame);
      }
    }
  }
}
