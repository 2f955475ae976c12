package dev.contactsdk.core;

import dev.contactsdk.core.spi.error.ErrorReader;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a {@link Decoder} for a success that is JSON but holds nothing of what the operation
 * answers, such as a created record without an id. The vendor's {@link ErrorReader} then looks
 * whether it is a refusal; if not, the call fails as one whose answer could not be read.
 */
public final class UnusableAnswerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient @Nullable Object answer;

  /** Whether the answer is about several records. */
  private final boolean several;

  private UnusableAnswerException(String message, @Nullable Object answer, boolean several) {
    super(message);
    this.answer = answer;
    this.several = several;
  }

  /**
   * An answer about one record, or about none.
   *
   * @param message what is missing, without content
   * @param answer what the body holds instead: maps, lists, texts, numbers, booleans or null
   * @return the exception to throw
   */
  public static UnusableAnswerException of(String message, @Nullable Object answer) {
    return new UnusableAnswerException(message, answer, false);
  }

  /**
   * An answer about several records: a refusal in it may be that of some of them only.
   *
   * @param message what is missing, without content
   * @param answer what the body holds instead
   * @return the exception to throw
   */
  public static UnusableAnswerException ofSeveral(String message, @Nullable Object answer) {
    return new UnusableAnswerException(message, answer, true);
  }

  /**
   * What the body holds.
   *
   * @return maps, lists, texts, numbers, booleans or null
   */
  public @Nullable Object answer() {
    return answer;
  }

  /**
   * Whether the answer is about several records.
   *
   * @return true when a refusal in it may be that of some of them only
   */
  public boolean isAboutSeveral() {
    return several;
  }
}
