package dev.contactsdk.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** How a command talks. */
@Command
final class OutputOptions {
  /** For people or for programs. */
  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "text|json",
      completionCandidates = Choice.Formats.class,
      description = "text for people (default), or one JSON document on standard output.")
  private Format format = Format.TEXT;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress and no advice on standard error.")
  private boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it.
  private boolean help;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** The options of a command that has them; the defaults for others. */
  static OutputOptions of(CommandLine command) {
    CommandSpec mixin = command.getCommandSpec().mixins().get("output");
    return mixin != null && mixin.userObject() instanceof OutputOptions options
        ? options
        : new OutputOptions();
  }

  boolean isJson() {
    return format == Format.JSON;
  }

  boolean isQuiet() {
    return quiet;
  }

  /** Prints a result: as text, or as one JSON document with the exit code. */
  int print(Object text, Supplier<ObjectNode> document, int exitCode) {
    PrintWriter out = command.commandLine().getOut();
    if (isJson()) {
      Documents.print(out, document.get(), exitCode);
    } else {
      out.println(text.toString().stripTrailing());
      out.flush();
    }
    return exitCode;
  }

  /** Says what a person may want to do next. */
  void advise(String next) {
    if (!quiet && !isJson()) {
      PrintWriter err = command.commandLine().getErr();
      err.println(next);
      err.flush();
    }
  }

  /** Warns, whatever the format. */
  void warn(String warning) {
    PrintWriter err = command.commandLine().getErr();
    err.println("contacts: " + warning);
    err.flush();
  }

  PrintWriter err() {
    return command.commandLine().getErr();
  }

  @Override
  public String toString() {
    return "OutputOptions[" + format + "]";
  }
}
