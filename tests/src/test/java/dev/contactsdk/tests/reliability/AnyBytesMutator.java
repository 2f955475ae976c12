package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.MalformedJsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import okio.ByteString;

/** Makes damaged, foreign and hostile bodies, each fully decided by its seed. */
final class AnyBytesMutator {
  /** A body with the headers it is sent with, and the name of what was done to it. */
  record Body(String how, ByteString bytes, List<String> headers) {}

  private static final String[] TEXTS = {
    "",
    " ",
    "\r\n",
    "null",
    "true",
    "OK",
    "0",
    "\"",
    "\"OK\"",
    "{",
    "[",
    "]",
    "{]",
    "[}",
    "{}",
    "[]",
    "[[[[",
    "<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>",
    "<?xml version=\"1.0\"?><error/>",
    "upstream connect error or disconnect/reset before headers",
    "data: {\"id\":1}\n\n",
    "{\"id\":1}{\"id\":2}",
    "{\"id\":1}\n{\"id\":2}",
    "NaN",
    "Infinity",
    "{id:1}",
    "{'id':1}",
    "[1,]",
    "{\"id\":1,}",
    "// no\n{}",
    "/* no */ []",
    "{\"id\":01}",
    "{\"id\":+1}",
    "{\"a\":\"\u0001\"}",
    "{\"a\":\"\\x\"}",
    "{\"a\":\"\\u12\"}",
    "\ufeff{}",
    "\ufeff"
  };

  private static final String[] TYPES = {
    "application/json", "text/html", "text/plain; charset=utf-16", "application/json; charset=nope",
    "application/octet-stream", "", "text/event-stream", "application/json; charset=iso-8859-1"
  };

  private static final String[] CODINGS = {
    "gzip", "GZIP", "br", "deflate", "gzip, gzip", "identity", ""
  };

  private static final String[] WAITS = {
    "-1",
    "1e9",
    "99999999999999999999",
    "soon",
    "",
    "0.5",
    "NaN",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "Fri, 31 Dec 9999 23:59:59 GMT"
  };

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.US_ASCII,
          Charset.forName("UTF-32"),
          Charset.forName("UTF-32LE"));

  private final SplittableRandom random;
  private final AnyBytesJson json;

  AnyBytesMutator(long seed) {
    this.random = new SplittableRandom(seed);
    this.json = new AnyBytesJson(random);
  }

  Body of(byte[] sample) {
    return switch (random.nextInt(12)) {
      case 0 -> plain("flips", flipped(sample));
      case 1 -> plain("cut", cut(sample));
      case 2 -> plain("spliced", spliced(sample));
      case 3 -> plain("text", utf8(pick(TEXTS)));
      case 4 -> plain("noise", noise());
      case 5 -> plain("random JSON", utf8(AnyBytesJson.text(json.any(random.nextInt(9)))));
      case 6 -> plain("charset", inCharset(sample));
      case 7 -> zipped(sample);
      case 8 -> large(sample);
      default -> plain("tree", utf8(AnyBytesJson.text(mutated(sample))));
    };
  }

  /** Headers that an answer may bring besides. */
  List<String> extraHeaders() {
    List<String> lines = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      lines.addAll(List.of("Retry-After", pick(WAITS)));
    }
    if (random.nextInt(4) == 0) {
      lines.addAll(List.of("X-Request-ID", pick("", " ", "r".repeat(9000), "a\u00e9b", "req_1")));
    }
    return lines;
  }

  private Body plain(String how, byte[] bytes) {
    List<String> headers = new ArrayList<>();
    headers.addAll(List.of("Content-Type", random.nextInt(3) > 0 ? TYPES[0] : pick(TYPES)));
    if (random.nextInt(20) == 0) {
      headers.addAll(List.of("Content-Encoding", pick(CODINGS)));
    }
    return new Body(how, ByteString.of(bytes), headers);
  }

  private Body zipped(byte[] sample) {
    byte[] zipped = gzip(sample);
    byte[] sent =
        switch (random.nextInt(4)) {
          case 0 -> zipped;
          case 1 -> flipped(zipped);
          case 2 -> cut(zipped);
          default -> joined(zipped, gzip(utf8(pick(TEXTS))));
        };
    return new Body(
        "gzip",
        ByteString.of(sent),
        List.of("Content-Type", "application/json", "Content-Encoding", "gzip"));
  }

  private Body large(byte[] sample) {
    int size = 1 << random.nextInt(15);
    String body =
        switch (random.nextInt(6)) {
          case 0 -> "[".repeat(size) + "]".repeat(size);
          case 1 -> "{\"a\":".repeat(size) + "1" + "}".repeat(size);
          case 2 -> "{\"data\":\"" + "é".repeat(size) + "\"}";
          case 3 -> "{\"id\":" + "9".repeat(size) + "}";
          case 4 -> "{\"" + "k".repeat(size) + "\":1}";
          default -> "[" + new String(sample, StandardCharsets.UTF_8).concat(",").repeat(size % 64);
        };
    return plain("large", utf8(body));
  }

  private byte[] flipped(byte[] sample) {
    byte[] bytes = sample.clone();
    for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private byte[] cut(byte[] sample) {
    return Arrays.copyOf(sample, random.nextInt(sample.length + 1));
  }

  private byte[] spliced(byte[] sample) {
    int from = random.nextInt(sample.length + 1);
    int to = from + random.nextInt(sample.length - from + 1);
    byte[] part = Arrays.copyOfRange(sample, from, to);
    return joined(cut(sample), random.nextBoolean() ? part : utf8(json.scalar()), part);
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 3000 : 60)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] inCharset(byte[] sample) {
    Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
    return new String(sample, StandardCharsets.UTF_8).getBytes(charset);
  }

  private Object mutated(byte[] sample) {
    Object tree;
    try {
      tree = Json.read(sample);
    } catch (MalformedJsonException e) {
      return json.any(3);
    }
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      tree = json.mutated(tree, 0);
    }
    return tree;
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
