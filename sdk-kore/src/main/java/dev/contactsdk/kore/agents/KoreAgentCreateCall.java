package dev.contactsdk.kore.agents;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.CreateCall;
import dev.contactsdk.core.spi.CreateSteps;
import dev.contactsdk.core.spi.LookUp;
import dev.contactsdk.core.spi.PersonName;
import dev.contactsdk.core.spi.RunStart;
import dev.contactsdk.core.spi.SentNumber;
import dev.contactsdk.core.spi.SentRecord;
import dev.contactsdk.core.spi.UnlikeAnswer;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.internal.KoreApp;
import dev.contactsdk.kore.lookups.KoreAgentGroup;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates an agent. As documented, the answer has no {@code id}: find the agent by its custom id,
 * or in the list.
 *
 * <p>If the outcome of a create is unknown, {@link #onUnknown(OnUnknown)} looks the agent up. It
 * uses the custom id, else the e-mail address in the list of the organisation that {@link
 * #lookUpIn} names; one of the two is required. It also uses the list if no path can carry the
 * custom id, such as {@code ..} or {@code a/..}, or if the server refuses the path, as some
 * gateways do for a slash in a custom id. A match has the same e-mail address, which Kore.ai
 * accepts once. What it shows of the name and the other properties must be as sent, the account and
 * the app must be the client's, and the creation time must be readable and at most 10 minutes
 * before the call. An agent with that address or custom id that does not match blocks the create:
 * nothing is sent again, and the agent is in the failure's {@link
 * dev.contactsdk.core.error.UnconfirmedWriteException#rows()}.
 */
public final class KoreAgentCreateCall extends CreateCall<KoreAgent, KoreAgentCreateCall> {
  /** The last one is an order to Kore.ai, and not a property. */
  private static final String[] RULES_OF_THEIR_OWN = {
    "emailId", "firstName", "lastName", "phoneNumber", "createDefaultLayoutAndAssign"
  };

  private static final JsonType<KoreAgent> AGENT = JsonType.of(KoreAgent.class);

  private final KoreApp app;
  private final NewKoreAgent input;
  private final @Nullable String orgId;

  KoreAgentCreateCall(ApiEngine engine, KoreApp app, NewKoreAgent input) {
    this(engine, CallOptions.DEFAULT, app, input, OnUnknown.fail(), null);
  }

  private KoreAgentCreateCall(
      ApiEngine engine,
      CallOptions options,
      KoreApp app,
      NewKoreAgent input,
      OnUnknown onUnknown,
      @Nullable String orgId) {
    super(engine, options, onUnknown);
    this.app = app;
    this.input = input;
    this.orgId = orgId;
  }

  /**
   * Sets where to look for the agent if the outcome is unknown and it cannot be found by a custom
   * id.
   *
   * @param organisation its id, from {@link KoreAgentGroup#orgId()} or {@link KoreContact#orgId()}
   * @return a changed copy
   * @throws InvalidRequestException when it is null
   */
  public KoreAgentCreateCall lookUpIn(String organisation) {
    InvalidRequestException.refuseNull("lookUpIn", "the organisation", organisation);
    return new KoreAgentCreateCall(engine(), options(), app, input, unknownPolicy(), organisation);
  }

  @Override
  protected RequestBody body() {
    return engine().jsonBody(KoreAgents.CREATE.operation(), input);
  }

  @Override
  protected CreateSteps<KoreAgent> steps() {
    return new Steps();
  }

  /** The custom id, if a path can carry it. */
  private @Nullable String customIdForPath() {
    String id = text("customId");
    return id == null || !KoreAgents.canFind(id) ? null : id;
  }

  private @Nullable String text(String property) {
    return input.properties().get(property) instanceof String text ? text : null;
  }

  private final class Steps implements CreateSteps<KoreAgent> {
    private final SentRecord sent =
        SentRecord.of(engine(), KoreAgents.CREATE.operation(), input, AGENT, RunStart.of(engine()))
            .except(RULES_OF_THEIR_OWN)
            .in(Map.of("accountId", app.accountId(), "iId", app.streamId()));

    @Override
    public ApiResponse<KoreAgent> send(CallScope scope) {
      if (unknownPolicy() != OnUnknown.fail() && customIdForPath() == null && orgId == null) {
        throw new InvalidRequestException(
            KoreAgents.CREATE.operation(),
            "onUnknown(...) cannot look up the agent: set lookUpIn(orgId), or a customId that a"
                + " path can carry");
      }
      ApiResponse<KoreAgent> response =
          engine().send(ApiRequest.of(KoreAgents.CREATE).json(input), scope);
      if (hasAnotherEmail(response.body())) {
        throw UnlikeAnswer.of(engine(), KoreAgents.CREATE, response, "another e-mail address");
      }
      return response;
    }

    private boolean hasAnotherEmail(KoreAgent agent) {
      return agent.emailId() != null && !agent.emailId().equalsIgnoreCase(input.emailId());
    }

    @Override
    public LookUp<KoreAgent> find(CallScope scope) {
      String customId = customIdForPath();
      return customId == null ? inList(String.valueOf(orgId), scope) : named(customId, scope);
    }

    private LookUp<KoreAgent> inList(String organisation, CallScope scope) {
      Iterator<Page<KoreAgent>> pages =
          KoreAgents.listCall(engine(), scope.options(), organisation).pagesIn(scope);
      long searched = 0;
      KoreAgent similar = null;
      while (pages.hasNext()) {
        List<KoreAgent> agents = pages.next().items();
        searched += agents.size();
        for (KoreAgent agent : agents) {
          if (isOurs(agent)) {
            return LookUp.found(agent, searched);
          }
          similar = agent.hasEmail(input.emailId()) ? agent : similar;
        }
      }
      return similar == null ? LookUp.missing(searched) : LookUp.doubtful(similar, searched);
    }

    private boolean isOurs(KoreAgent agent) {
      PersonName shown = new PersonName(agent.firstName(), agent.lastName(), agent.fullName());
      return agent.hasEmail(input.emailId())
          && (agent.id() != null || agent.userId() != null)
          && input.name().agreesWith(shown)
          && mayHavePhone(agent.phoneNumber())
          && sent.mayBe(agent);
    }

    /** Kore.ai returns it as text or as a number. */
    private boolean mayHavePhone(@Nullable String shown) {
      String phone = SentNumber.lastDigits(text("phoneNumber"));
      String theirs = SentNumber.lastDigits(shown);
      return phone.isEmpty() || theirs.isEmpty() || phone.equals(theirs);
    }

    private LookUp<KoreAgent> named(String customId, CallScope scope) {
      List<KoreAgent> agents;
      try {
        agents = engine().send(KoreAgents.findRequest(customId), scope).body();
      } catch (ApiException.NotFound | ApiException.BadRequest e) {
        if (e instanceof ApiException.NotFound && e.origin() == ErrorOrigin.VENDOR) {
          return LookUp.missing(0);
        }
        if (orgId == null) {
          throw e;
        }
        return inList(orgId, scope);
      }
      return among(agents, scope);
    }

    /** All have the custom id, so active ones block another create. */
    private LookUp<KoreAgent> among(List<KoreAgent> agents, CallScope scope) {
      KoreAgent similar = null;
      for (KoreAgent agent : agents) {
        KoreAgent whole = whole(agent, scope);
        if (isOurs(whole)) {
          return LookUp.found(whole, agents.size());
        }
        similar = whole.isInactive() ? similar : whole;
      }
      return similar == null
          ? LookUp.missing(agents.size())
          : LookUp.doubtful(similar, agents.size());
    }

    /** Kore.ai may return bare ids. */
    private KoreAgent whole(KoreAgent agent, CallScope scope) {
      String id = agent.id();
      return agent.emailId() != null || id == null
          ? agent
          : engine().send(KoreAgents.getRequest(id), scope).body();
    }

    /** No time to settle: Kore.ai itself refuses a second agent with the same e-mail address. */
    @Override
    public Duration usualSettle() {
      return Duration.ZERO;
    }
  }

  @Override
  protected KoreAgentCreateCall with(OnUnknown changed) {
    return new KoreAgentCreateCall(engine(), options(), app, input, changed, orgId);
  }

  @Override
  protected KoreAgentCreateCall with(CallOptions changed) {
    return new KoreAgentCreateCall(engine(), changed, app, input, unknownPolicy(), orgId);
  }
}
