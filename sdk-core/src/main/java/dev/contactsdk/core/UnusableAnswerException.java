package dev.contactsdk.core;

import dev.contactsdk.core.spi.error.ErrorReader;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a {@link Decoder} for a success whose JSON has nothing of the operation's answer, such
 * as a created record without an id. The vendor's {@link ErrorReader} then checks whether it is a
 * refusal. If not, the call fails because its answer cannot be read.
 */
public final class UnusableAnswerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient @Nullable Object answer;

  /** Whether the answer is about several records. */
  private final boolean several;

  /** Whether the answer contradicts the write. */
  private final boolean contradiction;

  private UnusableAnswerException(
      String message, @Nullable Object answer, boolean several, boolean contradiction) {
    super(message);
    this.answer = answer;
    this.several = several;
    this.contradiction = contradiction;
  }

  /**
   * Creates the exception for an answer about one record or none.
   *
   * @param message what is missing, without content
   * @param answer what the body has instead: maps, lists, texts, numbers, booleans or null
   * @return the exception to throw
   */
  public static UnusableAnswerException of(String message, @Nullable Object answer) {
    return new UnusableAnswerException(message, answer, false, false);
  }

  /**
   * Creates the exception for an answer about several records. A refusal in it may apply to only
   * some of them.
   *
   * @param message what is missing, without content
   * @param answer what the body has instead
   * @return the exception to throw
   */
  public static UnusableAnswerException ofSeveral(String message, @Nullable Object answer) {
    return new UnusableAnswerException(message, answer, true, false);
  }

  /**
   * Creates the exception for an answer about one record that contradicts the write, such as a
   * deleted record that is still active. If it is no refusal, the outcome is unknown.
   *
   * @param message what contradicts, without content
   * @param answer what the body has
   * @return the exception to throw
   */
  public static UnusableAnswerException ofContradiction(String message, @Nullable Object answer) {
    return new UnusableAnswerException(message, answer, false, true);
  }

  /**
   * The content of the body.
   *
   * @return maps, lists, texts, numbers, booleans or null
   */
  public @Nullable Object answer() {
    return answer;
  }

  /**
   * Whether the answer is about several records.
   *
   * @return true if a refusal in it may apply to only some of them
   */
  public boolean isAboutSeveral() {
    return several;
  }

  /**
   * Whether the answer contradicts the write.
   *
   * @return true if a success status does not prove the write
   */
  public boolean isContradiction() {
    return contradiction;
  }
}
