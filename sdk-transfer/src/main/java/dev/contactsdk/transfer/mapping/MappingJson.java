package dev.contactsdk.transfer.mapping;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A mapping's JSON form: {@code {"version": 1, "fields": {"phone": {"column": "Phone"}}}}. */
final class MappingJson {
  private static final int VERSION = 1;
  private static final String DEFAULT = "default";
  private static final Set<String> TAKES = Set.of("column", "constant", "template");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private MappingJson() {}

  static String write(List<Rule> rules) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    ObjectNode fields = root.putObject("fields");
    for (Rule rule : rules) {
      ObjectNode node = fields.putObject(rule.field());
      write(rule.take(), node);
      if (rule.defaultValue() != null) {
        node.put(DEFAULT, rule.defaultValue());
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void write(Rule.Take take, ObjectNode node) {
    if (take instanceof Rule.Column column) {
      node.put("column", column.column());
    } else if (take instanceof Rule.Constant constant) {
      node.put("constant", constant.text());
    } else if (take instanceof Template template) {
      node.put("template", template.text());
    } else if (take instanceof Rule.Part part) {
      node.put("column", part.column()).put("part", part.part().label());
    }
  }

  static Mapping read(String json) {
    JsonNode root = parse(json);
    JsonNode version = root.path("version");
    if (!version.isInt() || version.intValue() != VERSION) {
      throw wrong("version", "must be " + VERSION);
    }
    JsonNode fields = root.path("fields");
    if (!fields.isObject()) {
      throw wrong("fields", "must be an object with a property for each field");
    }
    List<Rule> rules = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      rules.add(rule(field.getKey(), field.getValue()));
    }
    return new Mapping(rules);
  }

  private static JsonNode parse(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (JacksonException e) {
      String place =
          e.getLocation() == null
              ? ""
              : ": line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new TransferException(
          Kind.INPUT, "Mapping: this is not JSON, or a property is there twice" + place, e);
    }
    throw Mapping.refused("this is not a JSON object");
  }

  private static Rule rule(String field, JsonNode node) {
    String place = "fields." + field;
    if (Text.isBlank(field)) {
      throw wrong("fields", "has a field with a blank name");
    }
    if (!node.isObject()) {
      throw wrong(place, "must be an object such as {\"column\": \"Phone\"}");
    }
    refuseUnknown(place, node);
    List<String> takes = TAKES.stream().filter(node::has).toList();
    if (takes.size() != 1) {
      throw wrong(place, "must have one of column, constant and template");
    }
    String name = takes.get(0);
    String part = text(place, node, "part");
    if (part != null && !name.equals("column")) {
      throw wrong(place + ".part", "goes with column only");
    }
    return new Rule(
        field, take(place, name, given(place, node, name), part), text(place, node, DEFAULT));
  }

  private static void refuseUnknown(String place, JsonNode node) {
    for (String name : node.propertyNames()) {
      if (!TAKES.contains(name) && !name.equals("part") && !name.equals(DEFAULT)) {
        throw wrong(
            place + "." + name, "is unknown: use column, part, constant, template or default");
      }
    }
  }

  private static Rule.Take take(String place, String name, String value, @Nullable String part) {
    return switch (name) {
      case "constant" -> new Rule.Constant(value);
      case "template" -> template(place, value);
      default -> part == null ? new Rule.Column(value) : new Rule.Part(value, part(place, part));
    };
  }

  private static Template template(String place, String value) {
    try {
      return new Template(value);
    } catch (TransferException e) {
      throw new TransferException(Kind.INPUT, e.getMessage() + ", at " + place + ".template", e);
    }
  }

  private static NamePart part(String place, String label) {
    return Arrays.stream(NamePart.values())
        .filter(part -> part.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    place + ".part",
                    "must be one of "
                        + Arrays.stream(NamePart.values()).map(NamePart::label).toList()));
  }

  private static String given(String place, JsonNode node, String name) {
    String text = text(place, node, name);
    if (text == null) {
      throw wrong(place + "." + name, "must be a text in quotes");
    }
    return text;
  }

  private static @Nullable String text(String place, JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw wrong(place + "." + name, "must be a text in quotes");
    }
    return value.stringValue();
  }

  private static TransferException wrong(String place, String problem) {
    return Mapping.refused(place + " " + problem);
  }
}
