package dev.contactsdk.core.spi.diagnose;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.ScriptedTransport.Step;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.VirtualClock;
import java.util.List;
import java.util.function.UnaryOperator;

/** A diagnosis whose answers are a script. */
final class Probing {
  static final String PATH = "/things";

  final VirtualClock time = new VirtualClock();
  final ScriptedTransport transport;
  final Probe probe = new Probe(time);
  private final ApiEngine engine;

  private Probing(ScriptedTransport transport, UnaryOperator<TestClient> settings) {
    this.transport = transport;
    this.engine = settings.apply(TestClient.of(transport, time)).open();
  }

  static Probing of(Step... steps) {
    return with(client -> client, steps);
  }

  static Probing with(UnaryOperator<TestClient> settings, Step... steps) {
    return new Probing(ScriptedTransport.of(steps), settings);
  }

  static Probing of(List<Step> steps) {
    return of(steps.toArray(Step[]::new));
  }

  /** What comes of a single request. */
  static Probed<Object> only(Step step) {
    return of(step).get();
  }

  Probed<Object> get() {
    return get(PATH);
  }

  Probed<Object> get(String path) {
    return probe.get(engine, "t.list", path, Decoder.json(Object.class), UnaryOperator.identity());
  }

  <T> Probed<T> get(Decoder<T> decoder) {
    return probe.get(engine, "t.list", PATH, decoder, UnaryOperator.identity());
  }

  ApiEngine engine() {
    return engine;
  }
}
