package dev.contactsdk.kore.lookups;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.kore.internal.Answers;
import dev.contactsdk.kore.internal.KoreLists;

/**
 * The roles, for an agent's {@code roleId}. Kore.ai returns them only to an Admin Console JWT app
 * with the scope {@code Profile Management > Role Management}. It does not document that agents use
 * these roles; another agent's {@code roleId} is certain to work.
 */
public final class KoreRoles {
  private static final int MAX_LIMIT = 50;

  private static final Endpoint<PageAnswer<KoreRole>> LIST =
      Endpoint.get("kore.roles.list", "/api/public/roles", Answers.rolePage(new JsonType<>() {}));
  private static final ListEndpoint<KoreRole> QUERY =
      KoreLists.capped(LIST, KoreRole::key, MAX_LIMIT);

  private final ApiEngine admin;

  /**
   * Created by the client.
   *
   * @param admin runs the calls with the admin credentials
   */
  public KoreRoles(ApiEngine admin) {
    this.admin = admin;
  }

  /**
   * Lists the roles of agents, 50 per page, Kore.ai's maximum. Paging beyond the first 50 is not
   * documented. If the server ignores the paging parameters, the iteration fails.
   *
   * <p>Source: Kore.ai, "Get Roles".
   *
   * @return the call
   */
  public KoreListCall<KoreRole> list() {
    return KoreListCall.of(admin, QUERY, request -> request.query("roleType", "bot"));
  }
}
