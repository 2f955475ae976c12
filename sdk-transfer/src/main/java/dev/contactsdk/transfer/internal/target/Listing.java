package dev.contactsdk.transfer.internal.target;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.StoredPage;
import dev.contactsdk.transfer.target.Target;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists a target from its first contact to its last, however often that takes. */
public final class Listing {
  private static final int MOST_RESTARTS = 3;

  /** Hears of a listing. After a restart it hears of contacts again. */
  public interface Reader {
    /** The contacts of a page. */
    void page(List<Stored> contacts);

    /** How far the listing has come. */
    void progress(long done, @Nullable Long total);
  }

  /**
   * A complete listing.
   *
   * @param contacts the contacts
   * @param notComparable those whose number cannot be told, and rows that cannot be read
   * @param pages the requests
   */
  public record Listed(long contacts, long notComparable, long pages) {}

  private final Target target;
  private final Pace pace;

  public Listing(Target target, Pace pace) {
    this.target = target;
    this.pace = pace;
  }

  /** Lists all contacts. */
  public Listed read(Reader reader) {
    for (int restarts = 0; ; restarts++) {
      try {
        return readOnce(reader);
      } catch (IncompleteListException e) {
        if (restarts == MOST_RESTARTS) {
          throw new TransferException(
              Kind.TARGET,
              target.name()
                  + " did not give a complete listing ("
                  + e.getMessage()
                  + "): run again when fewer people work there",
              e);
        }
      }
    }
  }

  private Listed readOnce(Reader reader) {
    reader.progress(0, null);
    Iterator<StoredPage> pages = target.list(target.sizes().largestPage());
    long contacts = 0;
    long notComparable = 0;
    long count = 0;
    while (pages.hasNext()) {
      StoredPage page = next(pages);
      count++;
      contacts += page.contacts().size();
      notComparable +=
          page.unreadable() + page.contacts().stream().filter(Listing::hasNoNumber).count();
      reader.page(page.contacts());
      reader.progress(contacts, page.total());
    }
    return new Listed(contacts, notComparable, count);
  }

  private static boolean hasNoNumber(Stored contact) {
    return contact.phone() == null;
  }

  private StoredPage next(Iterator<StoredPage> pages) {
    while (true) {
      pace.take();
      try {
        StoredPage page = pages.next();
        pace.answered();
        return page;
      } catch (IncompleteListException e) {
        throw e;
      } catch (SdkException e) {
        if (isFinal(e)) {
          throw denied(e);
        }
        pace.failed(target.name() + " did not answer the listing", wait(e));
      }
    }
  }

  private static boolean isFinal(SdkException e) {
    return e instanceof CredentialException
        || e instanceof InvalidRequestException
        || (e instanceof ApiException
            && !(e instanceof ApiException.RateLimited)
            && !(e instanceof ApiException.ServerError)
            && !(e instanceof ApiException.UnexpectedStatus));
  }

  private TransferException denied(SdkException e) {
    return new TransferException(
        Kind.TARGET,
        target.name()
            + " refuses to list contacts: "
            + e.getMessage()
            + ". Mend it, then run again",
        e);
  }

  private static Duration wait(SdkException e) {
    Duration asked = e instanceof ApiException answer ? answer.retryAfter() : null;
    return asked == null ? Duration.ZERO : asked;
  }
}
