package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/** A vendor with the operations that are tried. */
interface OutcomeVendor extends AutoCloseable {
  /**
   * One call on data of its own, and how to see what became of it.
   *
   * @param call what is run
   * @param stored whether the server has carried it out, exactly once
   * @param untouched whether the server has not carried it out
   */
  record Trial(ApiCall<?> call, BooleanSupplier stored, BooleanSupplier untouched) {
    static Trial of(ApiCall<?> call, BooleanSupplier stored) {
      return new Trial(call, stored, () -> !stored.getAsBoolean());
    }
  }

  /**
   * An operation.
   *
   * @param name its name
   * @param effect whether it may be repeated
   * @param trial makes a call with data that nobody else uses
   * @param <C> the vendor's client
   */
  record Operation<C>(String name, Effect effect, Function<C, Trial> trial) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A client that is made for one trial. */
  interface Client extends AutoCloseable {
    Trial trial(Operation<?> operation);

    @Override
    void close();
  }

  /**
   * How a client is built.
   *
   * @param origin scheme, address and port
   * @param retry the retries
   * @param timeout of an attempt
   * @param okHttp the application's client; null for the SDK's own
   */
  record Setup(String origin, RetryPolicy retry, Duration timeout, OkHttpClient okHttp) {}

  Sandbox sandbox();

  List<Operation<?>> operations();

  Client client(Setup setup);

  @Override
  void close();
}
