package dev.contactsdk.spring.boot.sandbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Connects the application's clients to sandboxes: servers in this JVM that behave as the vendors
 * document. Needs {@code sdk-sandbox} on the class path.
 *
 * <pre>{@code
 * @SpringBootTest
 * @ContactSandbox
 * class SignUpTest {
 *   @Autowired KoreSandbox kore;
 *   @Autowired SignUp signUp; // uses a KoreClient
 * }
 * }</pre>
 *
 * <p>Works on a test class, and on a configuration class to try an application out. Replaces the
 * connections of all accounts that the properties name; all accounts of a vendor share one sandbox.
 * The clients have no rate limit, unless the properties set one. The sandboxes are beans: they
 * start and end with the application context, and tests that share a context share their state. For
 * a sandbox with options, declare a bean of type {@code KoreSandbox} or {@code TruedySandbox}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration(SandboxAutoConfiguration.class)
public @interface ContactSandbox {}
