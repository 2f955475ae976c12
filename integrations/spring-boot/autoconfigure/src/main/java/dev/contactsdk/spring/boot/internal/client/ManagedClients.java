package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.core.spi.ApiClient;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** The clients that were made from properties, for their health and their end. */
public final class ManagedClients implements DisposableBean {
  /**
   * A client.
   *
   * @param account the account's name; null for the client without a name
   * @param client the client
   * @param calls how its last calls ended
   * @param http the HTTP client that was made for it; null when it has its own
   */
  public record Managed(
      @Nullable String account, ApiClient client, LastCalls calls, @Nullable OkHttpClient http) {

    /** The account's name, or one that stands for none. */
    public String name() {
      return account == null ? "default" : account;
    }
  }

  private final List<Managed> all = new CopyOnWriteArrayList<>();

  void add(Managed made) {
    all.add(made);
  }

  public List<Managed> all() {
    return List.copyOf(all);
  }

  /** Those of these clients that were made from properties. */
  public List<Managed> of(Collection<? extends ApiClient> clients) {
    return all.stream().filter(one -> clients.contains(one.client())).toList();
  }

  /** Runs after the clients are closed. They leave a given HTTP client's connections open. */
  @Override
  public void destroy() {
    for (Managed one : all) {
      if (one.http() != null) {
        one.http().connectionPool().evictAll();
      }
    }
  }
}
