package dev.contactsdk.kore.contacts;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CreateCall;
import dev.contactsdk.core.spi.CreateSteps;
import java.util.List;
import java.util.function.Function;

/**
 * Creates contacts, one or several in one request.
 *
 * <p>{@link #onUnknown(OnUnknown)} says what happens when the call breaks off. Kore.ai refuses a
 * phone number that another contact has, so sending again cannot make a second contact: {@link
 * OnUnknown#resendThenLookUp()} costs one request when the first one was not carried out. A look-up
 * goes page by page through all contacts, since Kore.ai documents no search. A match is a contact
 * that is not deleted, with the same number and, as far as it shows them, the same name and a time
 * of creation not more than 10 minutes before the call; another contact with that number is not
 * taken for the created one, and is among the {@link
 * dev.contactsdk.core.error.UnconfirmedWriteException#rows()} of the failure.
 *
 * <p>When Kore.ai refuses an array of several contacts, or answers with fewer than were sent or
 * with others, the call fails with {@link dev.contactsdk.core.error.UnconfirmedWriteException},
 * unless a policy says to look up and send again what is missing. A refusal of a single contact
 * stays a refusal.
 *
 * @param <T> the contact, or the list of them
 */
public final class KoreContactCreateCall<T> extends CreateCall<T, KoreContactCreateCall<T>> {
  private final List<NewKoreContact> inputs;
  private final Function<List<KoreContact>, T> answer;

  KoreContactCreateCall(
      ApiEngine engine, List<NewKoreContact> inputs, Function<List<KoreContact>, T> answer) {
    this(engine, CallOptions.DEFAULT, List.copyOf(inputs), OnUnknown.fail(), answer);
  }

  private KoreContactCreateCall(
      ApiEngine engine,
      CallOptions options,
      List<NewKoreContact> inputs,
      OnUnknown onUnknown,
      Function<List<KoreContact>, T> answer) {
    super(engine, options, onUnknown);
    this.inputs = inputs;
    this.answer = answer;
  }

  @Override
  protected RequestBody body() {
    return engine().jsonBody(KoreContacts.CREATE.operation(), inputs);
  }

  @Override
  protected CreateSteps<T> steps() {
    return new ContactBatch<>(engine(), inputs, answer);
  }

  @Override
  protected KoreContactCreateCall<T> with(OnUnknown changed) {
    return new KoreContactCreateCall<>(engine(), options(), inputs, changed, answer);
  }

  @Override
  protected KoreContactCreateCall<T> with(CallOptions changed) {
    return new KoreContactCreateCall<>(engine(), changed, inputs, unknownPolicy(), answer);
  }
}
