package dev.contactsdk.kore.lookups;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.kore.internal.Answers;
import dev.contactsdk.kore.internal.KoreLists;

/**
 * The roles, for an agent's {@code roleId}. Kore.ai tells them only to a JWT app that was made in
 * the Admin Console, with the scope {@code Profile Management > Role Management}. Whether these are
 * the roles that an agent wants is not documented: the {@code roleId} of another agent is.
 */
public final class KoreRoles {
  private static final int MAX_LIMIT = 50;

  private static final Endpoint<PageAnswer<KoreRole>> LIST =
      Endpoint.get("kore.roles.list", "/api/public/roles", Answers.rolePage(new JsonType<>() {}));
  private static final ListEndpoint<KoreRole> QUERY =
      KoreLists.capped(LIST, KoreRole::key, MAX_LIMIT);

  private final ApiEngine admin;

  /**
   * Made by the client.
   *
   * @param admin what carries its calls out, with the credential of administrators
   */
  public KoreRoles(ApiEngine admin) {
    this.admin = admin;
  }

  /**
   * Lists the roles of agents, 50 at a time, which is the most that Kore.ai takes. How to ask for
   * more than the first 50 is not documented: where the server ignores the paging parameters the
   * iteration fails loudly.
   *
   * <p>Source: Kore.ai, "Get Roles".
   *
   * @return the call
   */
  public KoreListCall<KoreRole> list() {
    return KoreListCall.of(admin, QUERY, request -> request.query("roleType", "bot"));
  }
}
