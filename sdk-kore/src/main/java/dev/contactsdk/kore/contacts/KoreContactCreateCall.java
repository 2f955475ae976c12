package dev.contactsdk.kore.contacts;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CreateCall;
import dev.contactsdk.core.spi.CreateSteps;
import dev.contactsdk.kore.internal.KoreApp;
import java.util.List;
import java.util.function.Function;

/**
 * Creates one or more contacts in one request.
 *
 * <p>{@link #onUnknown(OnUnknown)} sets what happens if the outcome is unknown. Kore.ai refuses a
 * phone number that another contact has, so a resend cannot create a duplicate: {@link
 * OnUnknown#resendThenLookUp()} costs one request if the first one was not carried out. A look-up
 * reads all contacts page by page, because Kore.ai documents no search. A match is not deleted and
 * has the same number. What it shows of the name and the other properties must be as sent, the
 * account and the app must be the client's, and the creation time must be readable and at most 10
 * minutes before the call. Any other contact with that number is in the failure's {@link
 * dev.contactsdk.core.error.UnconfirmedWriteException#rows()}.
 *
 * <p>If Kore.ai refuses an array of several contacts, or returns fewer or other contacts than were
 * sent, the call fails with {@link dev.contactsdk.core.error.UnconfirmedWriteException}, unless a
 * policy looks up and resends what is missing. The refusal of a single contact stays a refusal.
 *
 * @param <T> the contact, or the list of them
 */
public final class KoreContactCreateCall<T> extends CreateCall<T, KoreContactCreateCall<T>> {
  private final KoreApp app;
  private final List<NewKoreContact> inputs;
  private final Function<List<KoreContact>, T> answer;

  KoreContactCreateCall(
      ApiEngine engine,
      KoreApp app,
      List<NewKoreContact> inputs,
      Function<List<KoreContact>, T> answer) {
    this(engine, CallOptions.DEFAULT, app, List.copyOf(inputs), OnUnknown.fail(), answer);
  }

  private KoreContactCreateCall(
      ApiEngine engine,
      CallOptions options,
      KoreApp app,
      List<NewKoreContact> inputs,
      OnUnknown onUnknown,
      Function<List<KoreContact>, T> answer) {
    super(engine, options, onUnknown);
    this.app = app;
    this.inputs = inputs;
    this.answer = answer;
  }

  @Override
  protected RequestBody body() {
    return engine().jsonBody(KoreContacts.CREATE.operation(), inputs);
  }

  @Override
  protected CreateSteps<T> steps() {
    return new ContactBatch<>(engine(), app, inputs, answer);
  }

  @Override
  protected KoreContactCreateCall<T> with(OnUnknown changed) {
    return new KoreContactCreateCall<>(engine(), options(), app, inputs, changed, answer);
  }

  @Override
  protected KoreContactCreateCall<T> with(CallOptions changed) {
    return new KoreContactCreateCall<>(engine(), changed, app, inputs, unknownPolicy(), answer);
  }
}
