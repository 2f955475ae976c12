package dev.contactsdk.truedy.contacts;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.Answer;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.MultipartBody;
import dev.contactsdk.core.http.UploadSource;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.BaseCall;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import dev.contactsdk.truedy.internal.Checks;
import dev.contactsdk.truedy.internal.Loose;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Imports contacts from a CSV file. The file is streamed. A failed import is never resent
 * automatically, because its rows could be imported twice. A refusal leaves the outcome {@code
 * UNKNOWN} too, unless it comes before Truedy looks at the rows, as for a wrong key. So does a
 * success that cannot be read, because it may report failed rows.
 *
 * <p>By default an attempt may take 2 minutes and the call 5 minutes.
 */
@CheckReturnValue
public final class ImportCall extends BaseCall<ImportResult, ImportCall> {
  static final String PATH = "/contacts/import";
  private static final JsonType<Envelope<Object>> ANSWER = new JsonType<>() {};
  private static final Endpoint<ImportResult> IMPORT =
      Endpoint.post("truedy.contacts.import", PATH, ImportCall::decode);

  private record Target(@Nullable String folderId, @Nullable Boolean overwrite) {}

  private final Supplier<UploadSource> file;
  private final Target target;

  ImportCall(ApiEngine engine, CallOptions options, Supplier<UploadSource> file) {
    this(engine, options, file, new Target(null, null));
  }

  private ImportCall(
      ApiEngine engine, CallOptions options, Supplier<UploadSource> file, Target target) {
    super(engine, options);
    this.file = file;
    this.target = target;
  }

  /**
   * Sets the folder to import into. Recommended: without it Truedy uses a default folder, and its
   * older pages require it.
   *
   * @param folderId the folder's id
   * @return a changed copy
   * @throws InvalidRequestException when it is blank
   */
  public ImportCall folder(String folderId) {
    String id = Checks.notBlank(IMPORT.operation(), "folder_id", folderId);
    return new ImportCall(engine(), options(), file, new Target(id, target.overwrite));
  }

  /**
   * Sets whether existing contacts with the same number are changed.
   *
   * @param overwrite false by default
   * @return a changed copy
   */
  public ImportCall overwriteExisting(boolean overwrite) {
    return new ImportCall(engine(), options(), file, new Target(target.folderId, overwrite));
  }

  @Override
  protected ImportCall with(CallOptions changed) {
    return new ImportCall(engine(), changed, file, target);
  }

  @Override
  protected ApiResponse<ImportResult> run(CallScope scope) {
    MultipartBody body = body();
    if (!body.repeatable()) {
      throw new InvalidRequestException(
          IMPORT.operation(),
          "the stream was read by an earlier run: import from a path, or open a new stream per"
              + " call");
    }
    return engine().send(ApiRequest.of(IMPORT).body(body), scope);
  }

  private MultipartBody body() {
    MultipartBody.Builder parts = MultipartBody.builder();
    if (target.folderId != null) {
      parts.field("folder_id", target.folderId);
    }
    if (target.overwrite != null) {
      parts.field("overwrite_existing", target.overwrite.toString());
    }
    return parts.file("file", "text/csv", file.get());
  }

  static ImportResult decode(Answer answer) throws IOException {
    Envelope<Object> envelope = Answers.read(ANSWER, answer);
    ImportResult result = ImportResult.of(new Loose(envelope.data()));
    if (result == null) {
      throw UnusableAnswerException.ofSeveral(
          "the body has no count of imported contacts", envelope.rest(envelope.data()));
    }
    return result;
  }

  @Override
  public String toString() {
    return IMPORT.toString();
  }
}
