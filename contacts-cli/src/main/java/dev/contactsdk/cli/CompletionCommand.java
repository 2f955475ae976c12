package dev.contactsdk.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options. */
@Command(
    name = "completion",
    header = "Prints a script that completes commands and options in a shell.",
    description = {
      "  bash:  source <(contacts completion bash)       in ~/.bashrc to keep it",
      "  zsh:   source <(contacts completion zsh)        in ~/.zshrc to keep it",
      ""
    })
final class CompletionCommand implements Runnable {
  /** A shell. */
  enum Shell {
    BASH,
    ZSH
  }

  @Parameters(
      paramLabel = "bash|zsh",
      completionCandidates = Choice.Shells.class,
      description = "The shell.")
  private Shell shell;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it.
  private boolean help;

  @Spec private CommandSpec spec;

  /** One script serves both: in zsh it loads the bash way of completing first. */
  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("# Completion of contacts for " + shell.name().toLowerCase(Locale.ROOT));
    out.print(AutoComplete.bash("contacts", spec.root().commandLine()));
    out.flush();
  }
}
