package dev.contactsdk.tests.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAvailabilityQuery;
import dev.contactsdk.kore.agents.KoreStatusHistoryQuery;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.lists.KoreContactListChanges;
import dev.contactsdk.kore.lists.NewKoreListContact;
import dev.contactsdk.truedy.TruedyClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields that the records read from the fixtures, by object: those in the fixtures without
 * those that end up in {@code additionalProperties}.
 */
final class Received {
  static final Path KORE = Path.of("../sdk-kore/src/test/resources/dev/contactsdk/kore");
  private static final Path TRUEDY = Path.of("../sdk-truedy/src/test/resources/truedy");

  private static final Pattern ENVELOPE = Pattern.compile("^(?:data|results|roles|[A-Z_]{3,})\\.");

  private final Wire wire = new Wire();
  private final Map<String, Set<String>> objects = new LinkedHashMap<>();

  private Received() {}

  static Map<String, Set<String>> by(String vendor) {
    Received received = new Received();
    if (vendor.equals("kore")) {
      try (KoreClient kore = Sent.kore(received.wire)) {
        received.koreContacts(kore);
        received.koreAgents(kore);
        received.koreLookUps(kore);
        received.koreLists(kore);
      }
    } else {
      try (TruedyClient truedy = Sent.truedy(received.wire)) {
        received.truedy(truedy);
      }
    }
    return received.objects;
  }

  private void koreContacts(KoreClient kore) {
    var contacts = kore.contacts();
    KoreContactChanges changes = KoreContactChanges.builder().firstName("Usha").build();
    reads("contact", KORE, contacts.list(), "contacts-list");
    reads("contact", KORE, contacts.update("c-1", changes), "contacts-update");
    var all = contacts.updateAll(List.of(new KoreContactChange("c-1", changes)));
    reads("bulk result", KORE, all, "contacts-bulk-update");
    copy("bulk result", "successfulRecords.contact.", "contact");
  }

  private void koreAgents(KoreClient kore) {
    var agents = kore.agents();
    reads("agent", KORE, agents.get("a-1"), "agents-get", "agents-update");
    reads("agent", KORE, agents.list("o-1"), "agents-list", "agents-list-table");
    reads("agent", KORE, agents.findByCustomId("x"), "agents-by-custom-id");
    reads(
        "agent", KORE, agents.create(Sent.agent().build()), "agents-create", "agents-create-older");
    for (String id : List.of("_id", "aId")) {
      reads("agent", agents.get("a-1"), "{\"%s\":\"a-1\"}".formatted(id).getBytes(UTF_8));
    }
    var query = KoreAvailabilityQuery.builder().build();
    reads("availability", KORE, agents.availability(query), "agents-availability");
    reads("WFM agent", KORE, agents.wfm(), "agents-wfm");
    var day = KoreStatusHistoryQuery.builder().date(LocalDate.of(2026, 2, 1)).build();
    reads("status history", KORE, agents.statusHistory(day), "agents-status-history");
  }

  private void koreLookUps(KoreClient kore) {
    reads("agent group", KORE, kore.agentGroups().list(), "agent-groups-list");
    reads("agent group", KORE, kore.agentGroups().get("ag-1"), "agent-groups-get");
    reads("queue", KORE, kore.queues().list(), "queues-list");
    reads("skill group", KORE, kore.skillGroups().list(), "skill-groups-list");
    reads("skill", KORE, kore.skillGroups().skills("s-1"), "skills-list");
    reads("role", KORE, kore.roles().list(), "roles-list");
    reads("agent reference", KORE, kore.queues().agents(List.of("q-1")), "queues-agents");
  }

  private void koreLists(KoreClient kore) {
    var lists = kore.contactLists();
    reads("contact list", KORE, lists.get("cl-1"), "lists-create", "lists-get-v1");
    reads("contact list", KORE, lists.list(), "lists-list");
    var changes = KoreContactListChanges.builder().name("A").build();
    reads("contact list update", KORE, lists.update("cl-1", changes), "lists-update");
    reads("contact of a list", KORE, lists.contacts("cl-1"), "lists-contacts");
    reads("dialing status", KORE, lists.dialingStatus("c-1"), "lists-dialing-status");
    var add = lists.addContacts("A", List.of(NewKoreListContact.of("14155550101")));
    reads("queued contacts", KORE, add, "lists-add-contacts");
  }

  private void truedy(TruedyClient truedy) {
    reads(
        "contact",
        TRUEDY,
        truedy.contacts().update("c-1", Sent.truedyChanges()),
        "create-contact.schema",
        "create-contact.example",
        "create-contact.older-reference",
        "create-contact.metadata",
        "update-contact");
    for (String fixture : List.of("import.counts", "import.error-list")) {
      reads("import result", TRUEDY, truedy.contacts().importCsv(Sent.csv(), "c.csv"), fixture);
    }
    reads(
        "folder",
        TRUEDY,
        truedy.folders().list(),
        "list-folders.by-offset",
        "list-folders.unpaged");
    reads("agent", TRUEDY, truedy.agents().get("a-1"), "create-agent", "get-agent");
    reads("agent", TRUEDY, truedy.agents().list(), "list-agents");
    String agent =
        """
        {"data":{"id":"a-1","outbound_phone_numbers":[{"id":"n-1","phone_number":"+14155550101"}]},
         "meta":{}}
        """;
    reads("agent", truedy.agents().get("a-1"), agent.getBytes(UTF_8));
  }

  /** What is nested in another object's answer. */
  private void copy(String from, String prefix, String to) {
    for (String path : Set.copyOf(objects.getOrDefault(from, Set.of()))) {
      if (path.startsWith(prefix)) {
        objects.computeIfAbsent(to, o -> new TreeSet<>()).add(path.substring(prefix.length()));
      }
    }
  }

  private void reads(String object, Path folder, ApiCall<?> call, String... fixtures) {
    for (String fixture : fixtures) {
      reads(object, call, bytes(folder.resolve(fixture + ".json")));
    }
  }

  private void reads(String object, ApiCall<?> call, byte[] answer) {
    wire.answer(answer);
    Set<String> lost = new TreeSet<>();
    collectLost("", call.execute(), lost);
    Set<String> read = objects.computeIfAbsent(object, o -> new TreeSet<>());
    Wire.paths(Json.read(answer)).stream()
        .filter(path -> !lost.contains(withoutEnvelope(path)))
        .flatMap(Received::spellings)
        .forEach(read::add);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutEnvelope(String path) {
    return spellings(path).reduce(path, (longer, shorter) -> shorter);
  }

  /** A path in an answer with the names of its envelope, then without one after the other. */
  private static Stream<String> spellings(String path) {
    return Stream.iterate(path, Objects::nonNull, Received::withoutFirst);
  }

  private static @Nullable String withoutFirst(String path) {
    String shorter = ENVELOPE.matcher(path).replaceFirst("");
    return shorter.equals(path) ? null : shorter;
  }

  private static void collectLost(String path, @Nullable Object value, Set<String> lost) {
    if (value instanceof Page<?> page) {
      collectLost(path, page.items(), lost);
    } else if (value instanceof List<?> list) {
      list.forEach(element -> collectLost(path, element, lost));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, one) ->
              collectLost(path.isEmpty() ? String.valueOf(name) : path + "." + name, one, lost));
    } else if (value instanceof Record read) {
      Stream.of(read.getClass().getRecordComponents())
          .forEach(part -> collectLost(path, read, part, lost));
    }
  }

  private static void collectLost(
      String path, Record read, RecordComponent component, Set<String> lost) {
    Object value = value(read, component);
    String start = path.isEmpty() ? "" : path + ".";
    if (component.getName().equals("additionalProperties") && value instanceof Map<?, ?> others) {
      others.keySet().forEach(name -> lost.add(withoutEnvelope(start + name)));
    } else {
      wireNames(read.getClass(), component).forEach(name -> collectLost(start + name, value, lost));
    }
  }

  private static @Nullable Object value(Record read, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(read);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  /** The names of a record's component in JSON. */
  static Stream<String> wireNames(Class<?> type, RecordComponent component) {
    try {
      Field field = type.getDeclaredField(component.getName());
      JsonProperty property = field.getAnnotation(JsonProperty.class);
      JsonAlias aliases = field.getAnnotation(JsonAlias.class);
      return Stream.concat(
          Stream.of(
              property == null || property.value().isEmpty()
                  ? component.getName()
                  : property.value()),
          aliases == null ? Stream.empty() : Stream.of(aliases.value()));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(component + " has no field", e);
    }
  }
}
