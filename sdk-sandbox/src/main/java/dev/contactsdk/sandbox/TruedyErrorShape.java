package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.truedy.ErrorShape;

/** The documented shape in which a Truedy error is returned. */
public enum TruedyErrorShape {
  /** 'Error handling': {@code {"error":{"code","message","details"},"meta":{...}}}. */
  GUIDE(ErrorShape.GUIDE),
  /**
   * 'Create Contact': a failed validation as {@code {"detail":[{"loc","msg","type"}]}}, anything
   * else as {@code {"error":{...}}} without {@code meta}.
   */
  REFERENCE(ErrorShape.REFERENCE),
  /** {@code {"detail":"text"}}. */
  DETAIL_TEXT(ErrorShape.DETAIL_TEXT),
  /** {@code {"detail":{"error":{...}}}}. */
  DETAIL_ERROR(ErrorShape.DETAIL_ERROR),
  /** An earlier backend: request id and time inside {@code error}, no {@code meta}. */
  EARLIER_BACKEND(ErrorShape.EARLIER_BACKEND);

  final ErrorShape shape;

  TruedyErrorShape(ErrorShape shape) {
    this.shape = shape;
  }
}
