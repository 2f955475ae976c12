package dev.contactsdk.kore;

import dev.contactsdk.core.ApiEngine;
import dev.contactsdk.core.ApiRequest;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.CallOptions;
import dev.contactsdk.core.CallScope;
import dev.contactsdk.core.CreateCall;
import dev.contactsdk.core.LookUp;
import dev.contactsdk.core.OnUnknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creates contacts, one or several in one request.
 *
 * <p>With {@link #onUnknown(OnUnknown)} a create that broke off is looked for by its phone number,
 * page by page through all contacts; deleted ones do not count. Since Kore.ai refuses a number
 * twice, sending again is safe; but a contact with the number that was there before is found too,
 * whatever its name.
 *
 * @param <T> the contact, or the list of them
 */
public final class KoreContactCreateCall<T>
    extends CreateCall<NewKoreContact, KoreContact, T, KoreContactCreateCall<T>> {
  private final Function<List<KoreContact>, T> answer;

  KoreContactCreateCall(
      ApiEngine engine, List<NewKoreContact> inputs, Function<List<KoreContact>, T> answer) {
    this(engine, CallOptions.DEFAULT, inputs, OnUnknown.fail(), answer);
  }

  private KoreContactCreateCall(
      ApiEngine engine,
      CallOptions options,
      List<NewKoreContact> inputs,
      OnUnknown onUnknown,
      Function<List<KoreContact>, T> answer) {
    super(engine, options, inputs, onUnknown);
    this.answer = answer;
  }

  @Override
  protected ApiResponse<List<KoreContact>> send(List<NewKoreContact> inputs, CallScope scope) {
    ApiRequest<List<KoreContact>> request = ApiRequest.of(KoreContacts.CREATE).json(inputs);
    ApiResponse<List<KoreContact>> response = engine().send(request, scope);
    List<KoreContact> inOrder = new CreatedContacts(inputs).inOrder(response);
    return response.map(contacts -> inOrder);
  }

  @Override
  protected LookUp<KoreContact> find(List<NewKoreContact> inputs, CallScope scope) {
    List<@Nullable KoreContact> found = new ArrayList<>(Collections.nCopies(inputs.size(), null));
    KoreContactListCall list = KoreContacts.listCall(engine(), scope.options());
    long searched =
        Search.through(
            list, scope, contact -> note(contact, inputs, found), () -> !found.contains(null));
    return new LookUp<>(found, searched);
  }

  private static void note(
      KoreContact contact, List<NewKoreContact> inputs, List<@Nullable KoreContact> found) {
    requireReadable(contact.additionalProperties());
    for (int i = 0; i < inputs.size(); i++) {
      if (found.get(i) == null && contact.holds(inputs.get(i).cellPhone())) {
        found.set(i, contact);
      }
    }
  }

  /** None: Kore.ai itself refuses a number twice. */
  @Override
  protected Duration usualSettle() {
    return Duration.ZERO;
  }

  @Override
  protected T answer(List<KoreContact> records) {
    return answer.apply(records);
  }

  @Override
  protected KoreContactCreateCall<T> with(OnUnknown changed) {
    return new KoreContactCreateCall<>(engine(), options(), inputs(), changed, answer);
  }

  @Override
  protected KoreContactCreateCall<T> with(CallOptions changed) {
    return new KoreContactCreateCall<>(engine(), changed, inputs(), unknownPolicy(), answer);
  }
}
