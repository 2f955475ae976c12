package dev.contactsdk.benchmarks;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * What an application writes for itself around Jackson: plain classes, which Jackson fills faster
 * than records, typed times, and unknown fields kept, as the SDK does.
 */
public final class Peer {
  static final ObjectMapper SNAKE =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();
  static final ObjectMapper CAMEL = JsonMapper.builder().addModule(new JavaTimeModule()).build();

  static final TypeReference<Answer<Contact>> CREATED = new TypeReference<>() {};
  static final TypeReference<Answer<List<Contact>>> LISTED = new TypeReference<>() {};
  static final TypeReference<List<KoreContact>> KORE_CREATED = new TypeReference<>() {};

  static final String BEARER = "Bearer " + Canned.API_KEY;
  private static final SecretKey KEY =
      Keys.hmacShaKeyFor(Canned.CLIENT_SECRET.getBytes(StandardCharsets.UTF_8));

  private Peer() {}

  static ObjectMapper mapper(Work work) {
    return work.isKore() ? CAMEL : SNAKE;
  }

  static TypeReference<?> type(Work work) {
    if (work.isKore()) {
      return KORE_CREATED;
    }
    return work.isCreate() ? CREATED : LISTED;
  }

  static Object body(Work work) {
    return work.isKore() ? List.of(newKoreContact()) : newContact();
  }

  /** The contact or contacts in an answer. */
  static Object result(Object answer) {
    if (answer instanceof Answer<?> envelope) {
      return envelope.data == null ? "no data" : envelope.data;
    }
    return ((List<?>) answer).get(0);
  }

  static NewContact newContact() {
    NewContact contact = new NewContact();
    contact.phoneNumber = "+14155550123";
    contact.firstName = "Asha";
    contact.lastName = "Rao";
    contact.email = "asha.rao@example.com";
    contact.folderId = "fld_2f6e1c";
    contact.customFields = Map.of("plan", "gold");
    return contact;
  }

  static NewKoreContact newKoreContact() {
    NewKoreContact contact = new NewKoreContact();
    contact.firstName = "Ada";
    contact.lastName = "Byron";
    contact.salutation = "Mrs";
    contact.cellPhone = new CellPhone();
    contact.cellPhone.phoneNumber = "2025550101";
    contact.cellPhone.countryCode = "+1";
    contact.cellPhone.extension = "+";
    return contact;
  }

  static String token() {
    long now = System.currentTimeMillis() / 1000;
    return Jwts.builder()
        .header()
        .type("JWT")
        .and()
        .claim("appId", Canned.CLIENT_ID)
        .claim("sub", "contact-sdk")
        .claim("iat", now)
        .claim("exp", now + 300)
        .claim("jti", UUID.randomUUID().toString())
        .signWith(KEY, Jwts.SIG.HS256)
        .compact();
  }

  /** Truedy's envelope. */
  public static final class Answer<T> {
    public @Nullable T data;
    public @Nullable Meta meta;
    public @Nullable Pagination pagination;
  }

  /** What comes with every answer. */
  public static final class Meta {
    public @Nullable String requestId;
    public @Nullable Instant ts;
  }

  /** The place of a page. */
  public static final class Pagination {
    public @Nullable Long offset;
    public @Nullable Long limit;
    public @Nullable Long total;
    public @Nullable Boolean hasMore;
  }

  /** A contact of Truedy's. */
  public static final class Contact {
    public @Nullable String id;
    public @Nullable String phoneNumber;
    public @Nullable String name;
    public @Nullable String firstName;
    public @Nullable String lastName;
    public @Nullable String email;
    public @Nullable Map<String, @Nullable Object> customFields;
    public @Nullable String folderId;
    public @Nullable Integer callCount;
    public @Nullable Instant lastCalledAt;
    public @Nullable String companyName;
    public @Nullable String industry;
    public @Nullable String location;
    public @Nullable String pinCode;
    public @Nullable List<String> keywords;
    public @Nullable Instant createdAt;
    public @Nullable Instant updatedAt;

    @JsonAnySetter
    public Map<String, @Nullable Object> additionalProperties = new LinkedHashMap<>();
  }

  /** What is sent to Truedy. */
  public static final class NewContact {
    public @Nullable String phoneNumber;
    public @Nullable String firstName;
    public @Nullable String lastName;
    public @Nullable String email;
    public @Nullable String folderId;
    public @Nullable Map<String, ?> customFields;
  }

  /** A contact of Kore.ai's. */
  public static final class KoreContact {
    public @Nullable String id;
    public @Nullable String status;
    public @Nullable String firstName;
    public @Nullable String lastName;
    public @Nullable String fullName;
    public @Nullable String salutation;
    public @Nullable CellPhone cellPhone;
    public @Nullable String instanceBotId;
    public @Nullable String orgId;
    public @Nullable String accountId;
    public @Nullable String createdBy;
    public @Nullable List<Object> address;
    public @Nullable List<Object> twitterDetails;
    public @Nullable Instant createdAt;
    public @Nullable Instant updatedAt;

    @JsonAnySetter
    public Map<String, @Nullable Object> additionalProperties = new LinkedHashMap<>();
  }

  /** What is sent to Kore.ai. */
  public static final class NewKoreContact {
    public @Nullable String firstName;
    public @Nullable String lastName;
    public @Nullable String salutation;
    public @Nullable CellPhone cellPhone;
  }

  /** A number. */
  public static final class CellPhone {
    public @Nullable String phoneNumber;
    public @Nullable String countryCode;
    public @Nullable String extension;
  }
}
