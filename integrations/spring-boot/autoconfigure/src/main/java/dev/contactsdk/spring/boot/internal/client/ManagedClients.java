package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.core.spi.ApiClient;
import dev.contactsdk.spring.boot.internal.settings.PropertyScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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
      return nameOf(account);
    }

    private static String nameOf(@Nullable String account) {
      return account == null ? PropertyScope.UNNAMED : account;
    }

    private boolean isNamesakeOf(PropertyScope scope) {
      return scope.prefix().endsWith("." + client.vendor())
          && !Objects.equals(account, scope.account())
          && name().equals(nameOf(scope.account()));
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Managed> all = new CopyOnWriteArrayList<>();
  private final List<Consumer<Managed>> watching = new ArrayList<>();

  void add(Managed made) {
    lock.lock();
    try {
      all.add(made);
      watching.forEach(one -> one.accept(made));
    } finally {
      lock.unlock();
    }
  }

  /** Whether health and metrics could not tell the client from another. */
  boolean hasNamesakeOf(PropertyScope scope) {
    return all.stream().anyMatch(one -> one.isNamesakeOf(scope));
  }

  /** Tells of each client once, also of those that are made later, such as lazy beans. */
  public void watch(Consumer<Managed> watcher) {
    lock.lock();
    try {
      watching.add(watcher);
      all.forEach(watcher);
    } finally {
      lock.unlock();
    }
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
