package dev.contactsdk.spring.boot;

import dev.contactsdk.kore.KoreClient;
import org.jspecify.annotations.Nullable;

/**
 * Changes the builder of a Kore.ai client before the client is built. A bean of this type applies
 * to every client that comes from properties. It runs after the properties, so it has the last
 * word. Several run in the order of {@code @Order}.
 */
@FunctionalInterface
public interface KoreClientCustomizer {
  /**
   * Changes the builder.
   *
   * @param builder the builder, with the settings from the properties
   * @param account the account's name in the properties; null for the client without a name
   */
  void customize(KoreClient.Builder builder, @Nullable String account);
}
