package io.passim.evaluate;

/** What an evaluation may be called: 1 to {@value #MAX} characters, none of them for control. */
final class EvaluationNames {
  static final int MAX = 200;

  private EvaluationNames() {}

  /**
   * The name without space around it.
   *
   * @throws InvalidEvaluationException if it is none
   */
  static String check(String name) {
    String trimmed = name.strip();
    if (trimmed.isEmpty()
        || trimmed.length() > MAX
        || trimmed.codePoints().anyMatch(EvaluationNames::refused)) {
      throw new InvalidEvaluationException(
          "name_invalid",
          "An evaluation's name has 1 to " + MAX + " characters, and no control characters.");
    }
    return trimmed;
  }

  private static boolean refused(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }
}
