package dev.contactsdk.examples;

import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.paging.PageCursor;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.KoreContactListCall;

/** Lists contacts: page by page, item by item, and from where an earlier run stopped. */
public final class ListContacts implements Example {
  private static final int ENOUGH_PAGES = 3;

  public static void main(String... args) throws Exception {
    Services.runAlone(new ListContacts(), args);
  }

  @Override
  public String title() {
    return "Kore.ai: list contacts page by page, item by item, and resume";
  }

  @Override
  public void run(Services services) {
    try (KoreClient kore = services.kore()) {
      KoreContactListCall list = kore.contacts().list().pageSize(50);

      System.out.println("Page by page; the loop requests each page when it needs it:");
      int pages = 0;
      String bookmark = "";
      for (Page<KoreContact> page : list.pages()) {
        System.out.printf(
            "page %d: %d contacts, from row %d of %d%n",
            ++pages, page.items().size(), page.offset() + 1, page.total());
        if (pages == 1 && page.next() != null) {
          bookmark = page.next().toString(); // plain text: store it anywhere
        }
        if (pages == ENOUGH_PAGES) {
          break;
        }
      }

      System.out.println("Item by item; the SDK requests the pages:");
      list.stream().limit(3).forEach(one -> System.out.println(one.id() + ", " + one.fullName()));

      if (!bookmark.isEmpty()) {
        System.out.println("Resume after page 1, from the stored cursor:");
        Page<KoreContact> second = list.from(PageCursor.parse(bookmark)).execute();
        System.out.printf("%d contacts, from row %d%n", second.items().size(), second.offset() + 1);
      }
    }
  }
}
