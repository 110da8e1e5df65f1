package io.passim.index;

/** What a check of an index has found. */
sealed interface IndexFinding {
  /** It can be used, or there is none. */
  record Sound() implements IndexFinding {}

  /**
   * It is whole, but another version of Passim wrote it.
   *
   * @param schema what it was written by, empty if it does not say
   */
  record Outdated(String schema) implements IndexFinding {}

  /** It is not as it was written. */
  record Damaged(Exception cause) implements IndexFinding {}
}
