package dev.contactsdk.sandbox;

import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a JUnit test the sandboxes that it names as parameters, fresh for each test and closed
 * after it. Works with JUnit 5.10 to 6.1, which an application brings itself.
 *
 * <pre>{@code
 * @ExtendWith(SandboxExtension.class)
 * class SignUpTest {
 *   @Test
 *   void storesTheNewCustomer(KoreSandbox kore) { ... }
 * }
 * }</pre>
 *
 * <p>A test method and its {@code @BeforeEach} and {@code @AfterEach} methods share one sandbox.
 * One that a {@code @BeforeAll} method asks for serves all tests of the class. For options,
 * register an instance: {@code @RegisterExtension SandboxExtension sandboxes = new
 * SandboxExtension().kore(() -> KoreSandbox.builder().rateLimit(60).start());}
 */
public final class SandboxExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SandboxExtension.class);

  private Supplier<KoreSandbox> kore = KoreSandbox::start;
  private Supplier<TruedySandbox> truedy = TruedySandbox::start;

  /** Made by JUnit, or by a test that registers it; sandboxes start with their defaults. */
  public SandboxExtension() {}

  /**
   * How a Kore.ai sandbox is started. Default: {@link KoreSandbox#start()}.
   *
   * @param starter called once per test that asks for one
   * @return this
   */
  public SandboxExtension kore(Supplier<KoreSandbox> starter) {
    kore = starter;
    return this;
  }

  /**
   * How a Truedy sandbox is started. Default: {@link TruedySandbox#start()}.
   *
   * @param starter called once per test that asks for one
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
  @SuppressWarnings("deprecation") // JUnit 5 does not have what JUnit 6 offers in its place
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    Started started = store.getOrComputeIfAbsent(type, this::started, Started.class);
    return Objects.requireNonNull(started).sandbox();
  }

  private Started started(Class<?> type) {
    return new Started(type == KoreSandbox.class ? kore.get() : truedy.get());
  }

  /** JUnit before 5.13 closes resources of its own kind only, later ones both kinds, once. */
  @SuppressWarnings("deprecation")
  private record Started(Sandbox sandbox)
      implements AutoCloseable, ExtensionContext.Store.CloseableResource {
    @Override
    public void close() {
      sandbox.close();
    }
  }
}
