package dev.contactsdk.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.MultipartBody;
import dev.contactsdk.core.http.UploadSource;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgentChanges;
import dev.contactsdk.kore.agents.KoreAgentGroupRole;
import dev.contactsdk.kore.agents.KoreAgentStatus;
import dev.contactsdk.kore.agents.KoreAvailabilityQuery;
import dev.contactsdk.kore.agents.KoreStatusHistoryQuery;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.agents.Preferred;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.kore.lists.KoreContactListChanges;
import dev.contactsdk.kore.lists.NewKoreContactList;
import dev.contactsdk.kore.lists.NewKoreListContact;
import dev.contactsdk.kore.lookups.KoreProficiency;
import dev.contactsdk.kore.lookups.NewKoreAgentGroup;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parameter of every builder that is not said to take null. */
class NullInputE2eTest {
  /** Null and blank count as missing, which build() reports. */
  private static final List<String> MISSING =
      List.of("baseUrl", "streamId", "accountId", "credentials", "adminCredentials");

  private static final Map<Class<?>, Object> SAMPLES =
      Map.ofEntries(
          Map.entry(String.class, "x"),
          Map.entry(boolean.class, true),
          Map.entry(int.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(double.class, 0.5),
          Map.entry(Duration.class, Duration.ofSeconds(1)),
          Map.entry(JwtAlgorithm.class, JwtAlgorithm.HS256),
          Map.entry(KoreProficiency.class, KoreProficiency.EXPERT),
          Map.entry(Preferred.class, Preferred.YES),
          Map.entry(UploadSource.class, UploadSource.of(InputStream.nullInputStream(), "f")),
          Map.entry(KoreAgentStatus.class, KoreAgentStatus.ACTIVE),
          Map.entry(KoreAgentGroupRole.class, KoreAgentGroupRole.AGENT),
          Map.entry(LocalDate.class, LocalDate.of(2026, 2, 1)),
          Map.entry(ZoneOffset.class, ZoneOffset.UTC));

  private static final TruedyClient CLIENT = TruedyClient.builder().apiKey("key").build();

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  private record Case(Supplier<Object> target, Method method, int parameter) {
    void call() throws Throwable {
      Class<?>[] types = method.getParameterTypes();
      Object[] arguments = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        arguments[i] = i == parameter ? null : SAMPLES.get(types[i]);
      }
      try {
        method.invoke(target.get(), arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    @Override
    public String toString() {
      Parameter named = method.getParameters()[parameter];
      return target.get().getClass().getName() + "." + method.getName() + "(" + named + ")";
    }
  }

  static Stream<Case> parameters() {
    Endpoint<Object> endpoint = Endpoint.get("x", "/x", Decoder.json(Object.class));
    List<Supplier<Object>> targets =
        List.of(
            KoreClient::builder,
            TruedyClient::builder,
            () -> NewKoreAgent.builder().emailId("e@f.org").firstName("f").lastName("l").role("r"),
            KoreAgentChanges::builder,
            () ->
                NewKoreContact.builder()
                    .firstName("f")
                    .lastName("l")
                    .salutation("s")
                    .cellPhone(CellPhone.of("+1", "2025550101")),
            KoreContactChanges::builder,
            KoreAvailabilityQuery::builder,
            () -> KoreStatusHistoryQuery.builder().date(LocalDate.of(2026, 2, 1)),
            () -> NewKoreAgentGroup.builder().name("n").description("d"),
            () -> NewKoreContactList.builder().name("n").description("d"),
            KoreContactListChanges::builder,
            () -> NewKoreListContact.builder().phoneNumber("12025550103"),
            () -> NewTruedyContact.builder("+12025550101"),
            TruedyContactChanges::builder,
            () -> NewTruedyAgent.builder().name("n").voice("v").systemPrompt("p"),
            MultipartBody::builder,
            () -> CLIENT.call(endpoint).timeout(Duration.ofSeconds(1)));
    return targets.stream().flatMap(NullInputE2eTest::parameters);
  }

  private static Stream<Case> parameters(Supplier<Object> target) {
    List<Case> cases = new ArrayList<>();
    for (Method method : target.get().getClass().getMethods()) {
      boolean ours = method.getDeclaringClass().getName().startsWith("dev.contactsdk.");
      if (ours && !method.isBridge() && !Modifier.isStatic(method.getModifiers())) {
        for (int i = 0; i < method.getParameterCount(); i++) {
          Parameter parameter = method.getParameters()[i];
          boolean nullable = parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
          if (!parameter.getType().isPrimitive() && !nullable) {
            cases.add(new Case(target, method, i));
          }
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void nullIsRefusedByName(Case parameter) throws Throwable {
    boolean isMissing =
        parameter.target.get() instanceof ClientBuilder
            && MISSING.contains(parameter.method.getName())
            && parameter.method.getParameterTypes()[parameter.parameter] != JwtAlgorithm.class;
    try {
      parameter.call();
      assertThat(isMissing).as("takes null").isTrue();
    } catch (InvalidRequestException e) {
      assertThat(e).hasMessageMatching("(?s).*(null|missing|token).*");
    }
  }

  @ParameterizedTest
  @MethodSource("builders")
  void thereAreParametersToTry(Class<?> builder, int atLeast) {
    long tried = parameters().filter(one -> builder.isInstance(one.target.get())).count();
    assertThat(tried).isGreaterThanOrEqualTo(atLeast);
  }

  static Stream<Arguments> builders() {
    return Stream.of(
        Arguments.of(ClientBuilder.class, 20), Arguments.of(RequestObject.Builder.class, 40));
  }
}
