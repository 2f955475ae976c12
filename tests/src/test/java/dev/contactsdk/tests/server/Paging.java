package dev.contactsdk.tests.server;

import java.util.List;

/** How a server finds the page that it is asked for. */
public enum Paging {
  BY_SKIP,
  BY_PAGE;

  /** Some of the rows. */
  record Slice(List<Contacts.Row> rows, int skip, int limit, int total) {
    boolean hasMore() {
      return skip + rows.size() < total;
    }

    int page() {
      return skip / limit + 1;
    }

    int pages() {
      return (total + limit - 1) / limit;
    }

    List<?> fields() {
      return rows.stream().map(Contacts.Row::fields).toList();
    }
  }

  Slice of(List<Contacts.Row> all, int skip, int page, int limit) {
    int from = Math.min(all.size(), this == BY_SKIP ? skip : (page - 1) * limit);
    int to = Math.min(all.size(), from + limit);
    return new Slice(List.copyOf(all.subList(from, to)), from, limit, all.size());
  }
}
