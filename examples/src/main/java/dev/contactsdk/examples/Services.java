package dev.contactsdk.examples;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The services that the examples use: sandboxes, or the real service of a vendor whose environment
 * variables are set. Without the argument {@code --write} the client refuses to write to a real
 * service.
 */
final class Services implements AutoCloseable {
  private static final List<String> KORE =
      List.of(
          "KORE_BASE_URL",
          "KORE_STREAM_ID",
          "KORE_ACCOUNT_ID",
          "KORE_CLIENT_ID",
          "KORE_CLIENT_SECRET");
  private static final List<String> TRUEDY = List.of("TRUEDY_API_KEY");
  private static final int CONTACTS_IN_SANDBOX = 130;

  private final Map<String, String> environment;
  private final boolean write;
  private @Nullable KoreSandbox koreSandbox;
  private @Nullable TruedySandbox truedySandbox;

  Services(Map<String, String> environment, String... args) {
    this.environment = environment;
    this.write = List.of(args).contains("--write");
  }

  /** Runs one example; each {@code main} calls this. */
  static void runAlone(Example example, String... args) throws Exception {
    try (Services services = new Services(System.getenv(), args)) {
      services.describe();
      services.run(example);
    }
  }

  void run(Example example) throws Exception {
    System.out.printf("%n== %s [%s]%n", example.title(), example.getClass().getSimpleName());
    if (example.isForSandboxOnly() && (isKoreReal() || isTruedyReal())) {
      System.out.println("On its own sandbox, never on your account.");
    }
    example.run(this);
  }

  /** Prints which services are used, and whether the examples write to them. */
  void describe() {
    describe(System.out);
  }

  void describe(PrintStream out) {
    describe(out, "Kore.ai", isKoreReal(), get("KORE_BASE_URL"));
    describe(out, "Truedy", isTruedyReal(), get("TRUEDY_BASE_URL"));
  }

  private void describe(PrintStream out, String vendor, boolean real, String url) {
    String where = "a sandbox on this machine";
    if (real) {
      where =
          "YOUR ACCOUNT"
              + (url.isEmpty() ? "" : " at " + url)
              + (write
                  ? ", AND THE EXAMPLES WRITE TO IT because of --write"
                  : ", read only: nothing is created, changed or deleted without --write");
    }
    out.printf("%s: %s%n", vendor, where);
  }

  boolean isKoreReal() {
    return isAnySet(KORE);
  }

  boolean isTruedyReal() {
    return isAnySet(TRUEDY);
  }

  /** Whether an example may write to Kore.ai. If not, prints what it would do. */
  boolean mayWriteToKore(String what) {
    return mayWrite(isKoreReal(), what);
  }

  /** Whether an example may write to Truedy. If not, prints what it would do. */
  boolean mayWriteToTruedy(String what) {
    return mayWrite(isTruedyReal(), what);
  }

  private boolean mayWrite(boolean real, String what) {
    if (real && !write) {
      System.out.println("With --write this example would " + what + ".");
      return false;
    }
    return true;
  }

  /** Returns a client that prints its requests. */
  KoreClient kore() {
    return koreBuilder().interceptor(new Trace()).build();
  }

  /** Returns a builder for a client that prints nothing. */
  KoreClient.Builder koreBuilder() {
    return isKoreReal()
        ? guarded(KoreClient.builderFromEnv(environment))
        : koreSandbox().clientBuilder();
  }

  /** Returns a client that prints its requests. */
  TruedyClient truedy() {
    return truedyBuilder().interceptor(new Trace()).build();
  }

  /** Returns a builder for a client that prints nothing. */
  TruedyClient.Builder truedyBuilder() {
    return isTruedyReal()
        ? guarded(TruedyClient.builderFromEnv(environment))
        : truedySandbox().clientBuilder();
  }

  private KoreSandbox koreSandbox() {
    if (koreSandbox == null) {
      koreSandbox = KoreSandbox.start();
      koreSandbox.seedContacts(CONTACTS_IN_SANDBOX);
    }
    return koreSandbox;
  }

  private TruedySandbox truedySandbox() {
    if (truedySandbox == null) {
      truedySandbox = TruedySandbox.start();
    }
    return truedySandbox;
  }

  private <B extends ClientBuilder<B>> B guarded(B builder) {
    return write ? builder : builder.interceptor(Services::refuseToWrite);
  }

  private static HttpResponse refuseToWrite(HttpRequest request, Interceptor.Next next) {
    if (request.call().effect() != Effect.READ) {
      throw new InvalidRequestException(
          request.call().operation(), "writes to a real service only with --write");
    }
    return next.proceed(request);
  }

  private boolean isAnySet(List<String> names) {
    return names.stream().anyMatch(name -> !get(name).isEmpty());
  }

  private String get(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  @Override
  public void close() {
    if (koreSandbox != null) {
      koreSandbox.close();
    }
    if (truedySandbox != null) {
      truedySandbox.close();
    }
  }
}
