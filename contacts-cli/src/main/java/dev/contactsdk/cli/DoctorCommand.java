package dev.contactsdk.cli;

import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.diagnose.Verdict;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ObjectNode;

/** Checks address, credential, ids and rights. */
@Command(
    name = "doctor",
    header = "Checks address, credential, ids and rights of both vendors; only reads.",
    description = {
      "  contacts doctor                                those whose variables are set",
      "  contacts doctor kore --env-file kore.env",
      ""
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  KORE_BASE_URL, KORE_STREAM_ID, KORE_ACCOUNT_ID, KORE_CLIENT_ID, KORE_CLIENT_SECRET,",
      "  KORE_ADMIN_CLIENT_ID, KORE_ADMIN_CLIENT_SECRET; TRUEDY_API_KEY, TRUEDY_BASE_URL,",
      "  TRUEDY_API_PATH; or --env-file",
      "%nExit codes:",
      "  0 nothing is wrong; 1 used wrongly; 5 something is wrong, or contacts could not be read"
    },
    sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
  @ParentCommand private Contacts contacts;

  @Parameters(
      arity = "0..1",
      paramLabel = "kore|truedy",
      completionCandidates = Choice.Vendors.class,
      description = "Only this one. Default: both, as far as their variables are set.")
  private @Nullable Vendor vendor;

  @Mixin private CredentialOptions credentials;

  @Mixin(name = "output")
  private OutputOptions output;

  @Override
  public Integer call() {
    Map<String, String> environment = credentials.environment(contacts.surroundings());
    List<Diagnosis> diagnoses =
        vendors(environment).stream().map(each -> each.diagnose(environment)).toList();
    boolean good = diagnoses.stream().allMatch(each -> each.verdict() == Verdict.OK);
    return output.print(
        diagnoses.stream().map(Diagnosis::text).collect(Collectors.joining("\n")),
        () -> document(diagnoses),
        good ? ExitCode.DONE : ExitCode.TARGET);
  }

  private List<Vendor> vendors(Map<String, String> environment) {
    if (vendor != null) {
      return List.of(vendor);
    }
    List<Vendor> setUp =
        Arrays.stream(Vendor.values()).filter(each -> each.isSetUp(environment)).toList();
    if (setUp.isEmpty()) {
      throw new TransferException(
          Kind.INPUT,
          "no variable of Kore.ai or Truedy is set: set them (contacts doctor --help names them),"
              + " or give --env-file");
    }
    Arrays.stream(Vendor.values())
        .filter(each -> !setUp.contains(each))
        .forEach(each -> output.advise(each.label() + " is not checked: no variable is set."));
    return setUp;
  }

  private static ObjectNode document(List<Diagnosis> diagnoses) {
    ObjectNode document = Documents.of("doctor");
    Documents.add(document, diagnoses);
    return document;
  }
}
