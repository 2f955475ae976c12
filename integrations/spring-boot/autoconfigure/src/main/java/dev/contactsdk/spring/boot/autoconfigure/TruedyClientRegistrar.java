package dev.contactsdk.spring.boot.autoconfigure;

import dev.contactsdk.spring.boot.TruedyConnectionDetails;
import dev.contactsdk.spring.boot.internal.client.TruedyClientFactory;
import dev.contactsdk.spring.boot.internal.settings.KnownProperties;
import dev.contactsdk.spring.boot.internal.settings.TruedyProperties;
import dev.contactsdk.truedy.TruedyClient;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Registers Truedy's clients. */
final class TruedyClientRegistrar extends ClientRegistrar {
  private final TruedyProperties properties;

  TruedyClientRegistrar(Environment environment, BeanFactory beans) {
    super((ListableBeanFactory) beans, TruedyClient.class, TruedyConnectionDetails.class);
    this.properties =
        KnownProperties.bind(environment, TruedyClientFactory.PREFIX, TruedyProperties.class);
  }

  @Override
  Set<String> accounts() {
    return properties.getAccounts().keySet();
  }

  @Override
  boolean isBegun() {
    return properties.getApiKey() != null || StringUtils.hasText(properties.getBaseUrl());
  }

  @Override
  boolean isComplete() {
    return StringUtils.hasText(properties.getApiKey());
  }
}
