package dev.contactsdk.spring.boot.internal.health;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.spring.boot.internal.client.ManagedClients.Managed;
import dev.contactsdk.spring.boot.internal.settings.HealthProperties;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;

/**
 * Makes the health of a vendor's clients.
 *
 * @param properties the settings
 * @param clock the clock
 */
public record ClientHealth(HealthProperties properties, TimeSource clock) {
  /**
   * One indicator, or one for each account.
   *
   * @param clients the vendor's clients; at least one
   * @param probe makes a call within a deadline
   */
  public HealthContributor of(List<Managed> clients, BiConsumer<Managed, Duration> probe) {
    Map<String, HealthContributor> byName = new LinkedHashMap<>();
    for (Managed one : clients) {
      byName.put(one.name(), indicator(one, probe));
    }
    return byName.size() == 1
        ? byName.values().iterator().next()
        : CompositeHealthContributor.fromMap(byName);
  }

  private CallHealth indicator(Managed client, BiConsumer<Managed, Duration> probe) {
    Runnable call = () -> probe.accept(client, properties.getProbeDeadline());
    return new CallHealth(
        client.calls(), properties.getMaxAge(), clock, properties.isProbe() ? call : null);
  }
}
