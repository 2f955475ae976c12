package dev.contactsdk.kore.diagnose;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.diagnose.Probe;
import dev.contactsdk.core.spi.diagnose.Probed;
import dev.contactsdk.kore.internal.Answers;
import dev.contactsdk.kore.internal.Answers.ResultPage;
import dev.contactsdk.kore.internal.Answers.RolePage;
import dev.contactsdk.kore.internal.KoreApp;
import java.util.List;
import java.util.Map;

/** The reads of Kore.ai's diagnosis. */
record KoreReads(Probe probe) {
  private static final String BASE = "/agentassist/api/v1/public/{streamId}";
  private static final String CAMPAIGN_LIST =
      "/campaign/api/v2/public/{streamId}/campaign/contactList/cl-0";
  private static final String WFM_AGENTS =
      "/agentassist/api/public/analytics/account/{accountId}/agents";
  private static final Decoder<List<Object>> ROWS = Answers.array(new JsonType<>() {});
  private static final Decoder<PageAnswer<Object>> PAGE =
      Answers.page(new JsonType<ResultPage<List<Object>>>() {});
  private static final Decoder<PageAnswer<Object>> ROLES =
      Answers.rolePage(new JsonType<RolePage<List<Object>>>() {});

  Probed<PageAnswer<Object>> contacts(ApiEngine engine, Map<String, ?> query) {
    return probe.get(
        engine, "kore.diagnose.contacts", BASE + "/contacts", PAGE, Probe.query(query));
  }

  Probed<PageAnswer<Object>> skillGroups(ApiEngine engine) {
    return probe.get(
        engine,
        "kore.diagnose.skillGroups",
        BASE + "/skill-groups",
        PAGE,
        Probe.query(Map.of("limit", 1)));
  }

  /** Reads a contact list that does not exist: the refusal tells whether the scope is there. */
  Probed<Object> contactList(ApiEngine engine, KoreApp app) {
    return probe.get(
        engine,
        "kore.diagnose.contactList",
        CAMPAIGN_LIST,
        Decoder.json(Object.class),
        app::inHeaderAndQuery);
  }

  Probed<List<Object>> wfmAgents(ApiEngine engine, KoreApp app) {
    return probe.get(
        engine,
        "kore.diagnose.wfmAgents",
        WFM_AGENTS,
        ROWS,
        request -> app.inHeader(request).query("offset", 0).query("limit", 1));
  }

  Probed<PageAnswer<Object>> roles(ApiEngine admin) {
    return probe.get(
        admin,
        "kore.diagnose.roles",
        "/api/public/roles",
        ROLES,
        Probe.query(Map.of("roleType", "bot", "limit", 1)));
  }
}
