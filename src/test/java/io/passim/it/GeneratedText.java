package io.passim.it;

import java.util.Random;

/**
 * A text with a word that no other text has, in each of its sentences, so that every passage of it
 * can be found by that word.
 *
 * @param word the distinctive word
 * @param filename its name, with the word in it
 */
record GeneratedText(String word, String filename, String content) {
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aou";
  private static final int SYLLABLES = 6;
  private static final String[] SUBJECTS = {
    "The keeper of %s", "Nobody in %s", "The harbour of %s", "Every clerk of %s", "The road to %s"
  };
  private static final String[] PREDICATES = {
    " counts the crates before the evening bell.",
    " was painted green after the long winter of the floods.",
    " keeps its ledgers in the room above the market hall.",
    " has forgotten who planted the three lime trees by the gate.",
    " pays for the lamps with the toll that the barges leave."
  };

  /** The next text that {@code random} makes; 5 to 200 sentences. */
  static GeneratedText next(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < SYLLABLES; i++) {
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    StringBuilder text = new StringBuilder();
    int sentences = random.nextInt(5, 200);
    for (int i = 0; i < sentences; i++) {
      text.append(SUBJECTS[random.nextInt(SUBJECTS.length)].formatted(word));
      text.append(PREDICATES[random.nextInt(PREDICATES.length)]);
      text.append(random.nextInt(8) == 0 ? "\n\n" : " ");
    }
    return new GeneratedText(word.toString(), word + ".txt", text.toString());
  }

  Upload upload() {
    return Upload.text(filename, content);
  }
}
