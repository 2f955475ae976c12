package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.RequestObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose statuses to list, and of which days. Immutable.
 *
 * <p>Kore.ai's sample sends one {@code date}, its table {@code startDate} and {@code endDate}. Try
 * on a real account which of {@link Builder#date} and {@link Builder#dates} it accepts.
 *
 * <p>Source: Kore.ai, "Agent Status Details API".
 */
public final class KoreStatusHistoryQuery extends RequestObject {
  private KoreStatusHistoryQuery(Builder builder) {
    super(builder);
    refuseWithoutDate();
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private KoreStatusHistoryQuery(Map<String, @Nullable Object> written) {
    super(written, "filter");
    refuseWithoutDate();
  }

  private void refuseWithoutDate() {
    boolean dated =
        properties().get("filter") instanceof Map<?, ?> filter
            && filter.get("dateFilter") instanceof Map<?, ?> dates
            && (dates.containsKey("date") || dates.containsKey("startDate"));
    if (!dated) {
      throw new InvalidRequestException(
          "KoreStatusHistoryQuery", "has no day: set date(...) or dates(...)");
    }
  }

  /**
   * Creates a builder. A day or a period is required.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects days and agents. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private final Map<String, Object> days = new LinkedHashMap<>();
    private final List<String> agents = new ArrayList<>();
    private int offset;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the day, in place of a day or period set before.
     *
     * @param day the day, in the zone of {@link #zone}
     * @return this builder
     */
    public Builder date(LocalDate day) {
      return days(Map.of("date", given("date", day).toString()));
    }

    /**
     * Sets the period, in place of a day or period set before.
     *
     * @param first its first day, in the zone of {@link #zone}
     * @param last its last day; not before the first
     * @return this builder
     * @throws InvalidRequestException when the last day is before the first
     */
    public Builder dates(LocalDate first, LocalDate last) {
      if (given("endDate", last).isBefore(given("startDate", first))) {
        throw new InvalidRequestException(
            "KoreStatusHistoryQuery", "endDate " + last + " is before startDate " + first);
      }
      Map<String, Object> period = new LinkedHashMap<>();
      period.put("startDate", first.toString());
      period.put("endDate", last.toString());
      return days(period);
    }

    /**
     * Sets the zone that the days are meant in. Kore.ai wants it in minutes with the sign turned:
     * {@code +05:30} is sent as -330.
     *
     * @param zone the zone's offset at those days; UTC by default
     * @return this builder
     */
    public Builder zone(ZoneOffset zone) {
      offset = -given("zone", zone).getTotalSeconds() / 60;
      return days.isEmpty() ? this : days(new LinkedHashMap<>(days));
    }

    /**
     * Adds an agent. Without agents, all are listed.
     *
     * @param emailId the agent's e-mail address
     * @return this builder
     */
    public Builder agent(String emailId) {
      agents.add(text("the e-mail address in agents", emailId));
      return putInto("filter", "agents", agents);
    }

    private Builder days(Map<String, Object> changed) {
      days.clear();
      days.putAll(changed);
      Map<String, Object> dateFilter = new LinkedHashMap<>(days);
      dateFilter.put("timeZoneOffSet", offset);
      return putInto("filter", "dateFilter", dateFilter);
    }

    /**
     * Builds the query.
     *
     * @return the query
     * @throws InvalidRequestException when it has no day
     */
    public KoreStatusHistoryQuery build() {
      return new KoreStatusHistoryQuery(this);
    }
  }
}
