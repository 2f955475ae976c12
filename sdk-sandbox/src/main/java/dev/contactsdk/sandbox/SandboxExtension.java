package dev.contactsdk.sandbox;

import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Passes a JUnit test the sandboxes that it declares as parameters: new for each test, and closed
 * after it. Works with JUnit 5.10 to 6.1, which the application provides.
 *
 * <pre>{@code
 * @ExtendWith(SandboxExtension.class)
 * class SignUpTest {
 *   @Test
 *   void storesTheNewCustomer(KoreSandbox kore) { ... }
 * }
 * }</pre>
 *
 * <p>A test method and its {@code @BeforeEach} and {@code @AfterEach} methods share one sandbox. A
 * sandbox of a {@code @BeforeAll} method serves all tests of the class. For options, register an
 * instance: {@code @RegisterExtension SandboxExtension sandboxes = new SandboxExtension().kore(()
 * -> KoreSandbox.builder().rateLimit(60).start());}
 */
public final class SandboxExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SandboxExtension.class);

  private Supplier<KoreSandbox> kore = KoreSandbox::start;
  private Supplier<TruedySandbox> truedy = TruedySandbox::start;

  /** Created by JUnit, or by a test that registers it. Sandboxes start with their defaults. */
  public SandboxExtension() {}

  /**
   * Sets how a Kore.ai sandbox starts. Default: {@link KoreSandbox#start()}.
   *
   * @param starter called once per test that uses one
   * @return this
   */
  public SandboxExtension kore(Supplier<KoreSandbox> starter) {
    kore = starter;
    return this;
  }

  /**
   * Sets how a Truedy sandbox starts. Default: {@link TruedySandbox#start()}.
   *
   * @param starter called once per test that uses one
   * @return this
   */
  public SandboxExtension truedy(Supplier<TruedySandbox> starter) {
    truedy = starter;
    return this;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == KoreSandbox.class || type == TruedySandbox.class;
  }

  @Override
  @SuppressWarnings("deprecation") // JUnit 5 lacks JUnit 6's replacement
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    Started started = store.getOrComputeIfAbsent(type, this::started, Started.class);
    return Objects.requireNonNull(started).sandbox();
  }

  private Started started(Class<?> type) {
    return new Started(type == KoreSandbox.class ? kore.get() : truedy.get());
  }

  /**
   * JUnit before 5.13 closes only its own kind of resources; later versions close both kinds, once.
   */
  @SuppressWarnings("deprecation")
  private record Started(Sandbox sandbox)
      implements AutoCloseable, ExtensionContext.Store.CloseableResource {
    @Override
    public void close() {
      sandbox.close();
    }
  }
}
