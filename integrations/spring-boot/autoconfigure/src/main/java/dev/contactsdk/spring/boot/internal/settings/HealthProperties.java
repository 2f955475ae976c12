package dev.contactsdk.spring.boot.internal.settings;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** When the last calls tell something about a vendor. */
@ConfigurationProperties("contact-sdk.health")
public class HealthProperties {
  /**
   * How long the last call's result counts. After that the status is UNKNOWN, or a probe is sent.
   */
  private Duration maxAge = Duration.ofMinutes(10);

  /**
   * Whether to send a request when there is no recent result. It takes a permit of the rate limit.
   */
  private boolean probe = false;

  /** Time limit of a probe, including its wait for a permit. */
  private Duration probeDeadline = Duration.ofSeconds(5);

  public Duration getMaxAge() {
    return maxAge;
  }

  public void setMaxAge(Duration maxAge) {
    this.maxAge = maxAge;
  }

  public boolean isProbe() {
    return probe;
  }

  public void setProbe(boolean probe) {
    this.probe = probe;
  }

  public Duration getProbeDeadline() {
    return probeDeadline;
  }

  public void setProbeDeadline(Duration probeDeadline) {
    this.probeDeadline = probeDeadline;
  }

  /**
   * Refuses durations that are not positive.
   *
   * @throws PropertyFault that names the property
   */
  public void check() {
    check("max-age", maxAge);
    check("probe-deadline", probeDeadline);
  }

  private static void check(String property, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new PropertyFault(
          List.of("contact-sdk.health." + property),
          "must be more than zero, but was " + value,
          "Set it to a time such as 10m.",
          null);
    }
  }
}
