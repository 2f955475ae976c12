package dev.contactsdk.cli;

import dev.contactsdk.transfer.run.OnExisting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code contacts}; its work is in the commands below it. */
@Command(
    name = "contacts",
    header = "Moves contacts to Kore.ai and Truedy: plan, run, resume, verify.",
    description = {
      "A plan says what would happen to each row. It is kept in a journal, a file of yours.",
      "A run does exactly that; after a crash or Ctrl-C, the same command goes on.",
      "",
      "Try it on this machine, without an account:",
      "  contacts sandbox --save-env sandbox.env        (leave it open; use a second window)",
      "  contacts plan people.csv --to kore --region IN --journal spring.contacts"
          + " --env-file sandbox.env",
      "  contacts run spring.contacts --env-file sandbox.env",
      "  contacts verify spring.contacts --env-file sandbox.env",
      "",
      "Some rows were refused? Mend them in a spreadsheet and bring them in the same way:",
      "  contacts rejected spring.contacts mend.csv",
      "  contacts plan mend.csv --to kore --region IN --journal spring.contacts"
          + " --env-file sandbox.env",
      "  contacts run spring.contacts --env-file sandbox.env",
      ""
    },
    subcommands = {
      PlanCommand.class,
      RunCommand.class,
      StatusCommand.class,
      VerifyCommand.class,
      RejectedCommand.class,
      ForgetCommand.class,
      DoctorCommand.class,
      SandboxCommand.class,
      CompletionCommand.class
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  Kore.ai: KORE_BASE_URL, KORE_STREAM_ID, KORE_ACCOUNT_ID, KORE_CLIENT_ID,"
          + " KORE_CLIENT_SECRET",
      "  Truedy: TRUEDY_API_KEY, and TRUEDY_BASE_URL, TRUEDY_API_PATH if they are not the usual"
          + " ones",
      "  or a file with them: --env-file FILE (readable by you only)",
      "  NO_COLOR: no colours",
      "",
      "Examples and exit codes of a command: contacts plan --help"
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Contacts.Version.class)
final class Contacts implements Runnable {
  private final Surroundings surroundings;

  @CommandLine.Spec private CommandSpec spec;

  Contacts(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The whole command line, ready to execute. */
  static CommandLine commandLine(Surroundings surroundings) {
    Failures failures = new Failures(surroundings.interrupts());
    CommandLine all = new CommandLine(new Contacts(surroundings));
    all.getSubcommands().values().forEach(each -> spaced(each.getCommandSpec()));
    return all.registerConverter(Vendor.class, new Choice<>(Vendor.class))
        .registerConverter(OnExisting.class, new Choice<>(OnExisting.class))
        .registerConverter(OutputOptions.Format.class, new Choice<>(OutputOptions.Format.class))
        .registerConverter(
            CompletionCommand.Shell.class, new Choice<>(CompletionCommand.Shell.class))
        .setUsageHelpWidth(100)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(failures::wrongUse)
        .setExecutionExceptionHandler(failures::failed);
  }

  private static void spaced(CommandSpec command) {
    command.usageMessage().synopsisHeading("%nUsage: ").descriptionHeading("%n");
  }

  Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "say what to do, such as: contacts plan people.csv --to kore ...");
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Contacts.class.getPackage().getImplementationVersion();
      return new String[] {"contacts " + (version == null ? "(from source)" : version)};
    }
  }
}
