package dev.contactsdk.truedy.folders;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.Answer;
import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import dev.contactsdk.truedy.internal.Checks;
import dev.contactsdk.truedy.internal.Loose;
import dev.contactsdk.truedy.internal.TruedyErrors;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Truedy's folders of contacts. */
@CheckReturnValue
public final class TruedyFolders {
  private static final JsonType<Envelope<TruedyFolder>> ANSWER = new JsonType<>() {};
  private static final Endpoint<TruedyFolder> CREATE =
      Endpoint.post("truedy.folders.create", "/contacts/folders", Answers.one(ANSWER));
  private static final Endpoint<Deleted<TruedyFolder>> DELETE =
      Endpoint.delete(
          "truedy.folders.delete", "/contacts/folders/{folder_id}", TruedyFolders::deleted);

  private final ApiEngine engine;

  /**
   * Created by the client.
   *
   * @param engine runs the calls
   */
  public TruedyFolders(ApiEngine engine) {
    this.engine = engine;
  }

  /**
   * Creates a folder without a description. It is never resent: if it fails, list the folders to
   * see whether it was created.
   *
   * <p>Source: Truedy, "Create Contact Folder".
   *
   * @param name the display name
   * @return a call that returns the created folder
   * @throws InvalidRequestException when the name is blank
   */
  public ApiCall<TruedyFolder> create(String name) {
    return create(name, null);
  }

  /**
   * Creates a folder. It is never resent: if it fails, list the folders to see whether it was
   * created.
   *
   * <p>Source: Truedy, "Create Contact Folder".
   *
   * @param name the display name
   * @param description its purpose; null for none
   * @return a call that returns the created folder
   * @throws InvalidRequestException when the name is blank
   */
  public ApiCall<TruedyFolder> create(String name, @Nullable String description) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("name", Checks.notBlank(CREATE.operation(), "name", name));
    if (description != null) {
      body.put("description", description);
    }
    return engine.call(ApiRequest.of(CREATE).json(body));
  }

  /**
   * Lists folders.
   *
   * <p>Source: Truedy, "List Contact Folders".
   *
   * @return a call that returns one page, or iterates over all pages
   */
  public TruedyFolderListCall list() {
    return new TruedyFolderListCall(engine, CallOptions.DEFAULT);
  }

  /**
   * Deletes a folder <strong>AND ALL CONTACTS IN IT, FOR GOOD</strong>. This cannot be undone.
   * Truedy documents no way to move the contacts first.
   *
   * <p>A failed attempt is retried. "Not found" on a retry counts as deleted.
   *
   * <p>Source: Truedy, "Contacts".
   *
   * @param folderId the folder's id
   * @return a call that confirms the delete; Truedy does not document its answer, so {@link
   *     Deleted#last()} may be null
   */
  public ApiCall<Deleted<TruedyFolder>> deleteWithContacts(String folderId) {
    return engine.call(ApiRequest.of(DELETE).path("folder_id", folderId));
  }

  private static Deleted<TruedyFolder> deleted(Answer answer) throws IOException {
    boolean alreadyGone = !answer.isSuccess();
    if (alreadyGone || answer.bytes().length == 0) {
      return new Deleted<>(alreadyGone, null);
    }
    Loose body = new Loose(Json.read(answer.bytes()));
    if (TruedyErrors.isError(body) || TruedyErrors.isNotDeleted(body)) {
      throw UnusableAnswerException.of("it says that it is an error", body.value());
    }
    if (!body.at("data").isObject()) {
      return new Deleted<>(false, null);
    }
    Envelope<TruedyFolder> envelope = Answers.read(ANSWER, answer);
    return new Deleted<>(false, envelope.data());
  }
}
