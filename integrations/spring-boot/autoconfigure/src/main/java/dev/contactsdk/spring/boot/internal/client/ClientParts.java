package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.listener.CallListener;
import dev.contactsdk.core.spi.ApiClient;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.spring.boot.internal.client.ManagedClients.Managed;
import dev.contactsdk.spring.boot.internal.settings.ClientSettings;
import dev.contactsdk.spring.boot.internal.settings.PropertyScope;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;

/**
 * What the application has that clients use.
 *
 * @param environment the properties
 * @param bundles the SSL bundles
 * @param codec reads and writes the application's types
 * @param time the clock, in tests
 * @param listeners hear of all clients' calls
 * @param executor runs asynchronous calls; null for the client's own
 * @param managed takes the clients that are made
 */
public record ClientParts(
    Environment environment,
    ObjectProvider<SslBundles> bundles,
    ObjectProvider<JsonCodec> codec,
    ObjectProvider<TimeSource> time,
    ObjectProvider<CallListener> listeners,
    @Nullable Executor executor,
    ManagedClients managed) {

  /** A builder that has the common settings, and what belongs to the client that it will build. */
  record Prepared(LastCalls calls, @Nullable OkHttpClient http) {}

  Prepared prepare(
      ClientBuilder<?> builder,
      ClientSettings settings,
      PropertyScope scope,
      @Nullable SslBundle given) {
    CommonSettings.apply(settings, scope, builder);
    OkHttpClient http =
        new HttpClientFactory(bundles.getIfAvailable()).create(settings, scope, given);
    if (http != null) {
      builder.okHttpClient(http);
    }
    if (executor != null) {
      builder.executor(executor);
    }
    codec.ifAvailable(builder::json);
    listeners.orderedStream().forEach(builder::listener);
    TimeSource clock = time.getIfUnique(TimeSource::system);
    builder.timeSource(clock);
    return new Prepared(new LastCalls(clock::now), http);
  }

  <C extends ApiClient> C build(
      PropertyScope scope, ClientBuilder<?> builder, Prepared prepared, Supplier<C> build) {
    if (managed.hasNamesakeOf(scope)) {
      throw scope.nameIsTaken();
    }
    builder.listener(prepared.calls());
    C client = build.get();
    managed.add(new Managed(scope.account(), client, prepared.calls(), prepared.http()));
    return client;
  }
}
