package dev.contactsdk.spring.boot.autoconfigure;

import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.listener.CallListener;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.jackson3.Jackson3Codec;
import dev.contactsdk.spring.boot.internal.client.ClientParts;
import dev.contactsdk.spring.boot.internal.client.GracefulClose;
import dev.contactsdk.spring.boot.internal.client.ManagedClients;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** What the clients of both vendors use. */
@AutoConfiguration(
    after = {SslAutoConfiguration.class, TaskExecutionAutoConfiguration.class},
    afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass(ClientBuilder.class)
public final class ContactSdkAutoConfiguration {
  /** Boot's own, for a phase of the shutdown. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  ContactSdkAutoConfiguration() {}

  @Bean
  ManagedClients contactSdkManagedClients() {
    return new ManagedClients();
  }

  @Bean
  ClientParts contactSdkClientParts(
      Environment environment,
      ObjectProvider<SslBundles> bundles,
      ObjectProvider<JsonCodec> codec,
      ObjectProvider<TimeSource> time,
      ObjectProvider<CallListener> listeners,
      BeanFactory beans,
      ManagedClients managed) {
    return new ClientParts(
        environment, bundles, codec, time, listeners, executor(environment, beans), managed);
  }

  @Bean
  GracefulClose contactSdkGracefulClose(ManagedClients managed, Environment environment) {
    Duration patience =
        Binder.get(environment)
            .bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class)
            .orElse(PATIENCE);
    return new GracefulClose(managed, patience);
  }

  /** The application's executor, where its threads are virtual. */
  private static @Nullable Executor executor(Environment environment, BeanFactory beans) {
    String name = TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME;
    return Threading.VIRTUAL.isActive(environment) && beans.containsBean(name)
        ? beans.getBean(name, Executor.class)
        : null;
  }

  /** The application's own types, with its own mapper. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({JsonMapper.class, Jackson3Codec.class})
  @ConditionalOnSingleCandidate(JsonMapper.class)
  @ConditionalOnMissingBean(JsonCodec.class)
  static class Jackson3Configuration {
    @Bean
    Jackson3Codec contactSdkJsonCodec(JsonMapper mapper) {
      return Jackson3Codec.of(mapper);
    }
  }
}
