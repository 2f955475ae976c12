package dev.contactsdk.spring.boot.autoconfigure;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.spring.boot.KoreConnectionDetails;
import dev.contactsdk.spring.boot.internal.client.KoreAccounts;
import dev.contactsdk.spring.boot.internal.client.KoreClientFactory;
import dev.contactsdk.spring.boot.internal.settings.KnownProperties;
import dev.contactsdk.spring.boot.internal.settings.KoreProperties;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/** Registers Kore.ai's clients. */
final class KoreClientRegistrar extends ClientRegistrar {
  private final KoreProperties properties;

  KoreClientRegistrar(Environment environment, BeanFactory beans) {
    super((ListableBeanFactory) beans, KoreClient.class, KoreConnectionDetails.class);
    this.properties =
        KnownProperties.bind(environment, KoreClientFactory.PREFIX, KoreProperties.class);
  }

  @Override
  Set<String> accounts() {
    return properties.getAccounts().keySet();
  }

  @Override
  boolean isBegun() {
    return KoreAccounts.isBegun(properties);
  }

  @Override
  boolean isComplete() {
    return KoreAccounts.isComplete(properties);
  }
}
