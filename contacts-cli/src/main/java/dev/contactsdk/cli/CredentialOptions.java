package dev.contactsdk.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where credentials come from; never from the command line, which others can see. */
@Command
final class CredentialOptions {
  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description =
          "Takes the variables from a file (NAME=value, a line each) that only you can read; those"
              + " of the environment are then not used.")
  private @Nullable Path envFile;

  Map<String, String> environment(Surroundings surroundings) {
    return envFile == null ? surroundings.environment() : EnvFile.read(envFile);
  }

  /** What a command that is advised needs too. */
  String again() {
    return envFile == null ? "" : " --env-file " + envFile;
  }
}
