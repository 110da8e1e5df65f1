package io.passim.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers in words, in English and French, up to some thousands. Pure. */
final class NumberWords {
  private static final int TWENTY = 20;
  private static final int HUNDRED = 100;
  private static final Map<String, Integer> VALUES = values();

  /** Articles but within a number, as in vingt et un. */
  private static final Set<String> FRENCH_ONE = Set.of("un", "une");

  /** What makes a number of "cents", which are coins in English. */
  private static final Set<String> FRENCH_UNITS =
      Set.of("deux", "trois", "quatre", "cinq", "sept", "huit", "neuf");

  private NumberWords() {}

  /** All that are numbers wherever they stand, in lower case, without accents. */
  static Set<String> all() {
    return VALUES.keySet();
  }

  /**
   * The same words with numbers in digits: "twenty", "five" as "25".
   *
   * @param words in lower case, without accents
   */
  static List<String> inDigits(List<String> words) {
    List<String> digits = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Integer number = VALUES.get(words.get(at));
      if (number == null) {
        digits.add(words.get(at));
        at++;
        continue;
      }
      at++;
      while (at < words.size()) {
        int nextAt = isJoined(number, words, at) ? at + 1 : at;
        Integer next = continuing(words, nextAt);
        if (next == null || !isContinuedBy(number, next)) {
          break;
        }
        number = isMultiplied(number, next) ? number * next : number + next;
        at = nextAt + 1;
      }
      digits.add(Integer.toString(number));
    }
    return digits;
  }

  /** As in one hundred and twenty, but not in "one hundred and two hundred"; as in vingt et un. */
  private static boolean isJoined(int number, List<String> words, int at) {
    Integer next = continuing(words, at + 1);
    if (next == null) {
      return false;
    }
    return switch (words.get(at)) {
      case "and" ->
          number % HUNDRED == 0
              && next < HUNDRED
              && !Integer.valueOf(HUNDRED).equals(continuing(words, at + 2));
      case "et" -> number % 10 == 0 && (next == 1 || next == 11);
      default -> false;
    };
  }

  /** What a word is worth after a number; null if nothing. */
  private static @Nullable Integer continuing(List<String> words, int at) {
    if (at >= words.size()) {
      return null;
    }
    String word = words.get(at);
    if (FRENCH_ONE.contains(word)) {
      return 1;
    }
    return word.equals("cents") && FRENCH_UNITS.contains(words.get(at - 1))
        ? Integer.valueOf(HUNDRED)
        : VALUES.get(word);
  }

  /** As in twenty-five, soixante-dix, quatre-vingt-dix, two hundred five, deux mille. */
  private static boolean isContinuedBy(int number, int next) {
    boolean isUnit = next < 10 && number % 10 == 0;
    boolean isTeen = next < TWENTY && number % TWENTY == 0;
    return isMultiplied(number, next)
        || (number >= TWENTY && (isUnit || isTeen))
        || (number >= HUNDRED && number % HUNDRED == 0 && next < HUNDRED);
  }

  private static boolean isMultiplied(int number, int next) {
    return (next >= HUNDRED && number < next) || (number % HUNDRED == 4 && next == TWENTY);
  }

  private static Map<String, Integer> values() {
    Map<String, Integer> values = new HashMap<>();
    name(values, 1, "one two three four five six seven eight nine ten eleven twelve thirteen");
    name(values, 14, "fourteen fifteen sixteen seventeen eighteen nineteen");
    name(values, 1, "first second third fourth fifth sixth seventh eighth ninth tenth");
    name(values, 2, "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze");
    name(values, 15, "quinze seize");
    values.put("premier", 1);
    values.put("premiere", 1);
    tens(values, "twenty thirty forty fifty sixty seventy eighty ninety");
    tens(values, "vingt trente quarante cinquante soixante");
    values.put("vingts", TWENTY);
    values.put("hundred", HUNDRED);
    values.put("cent", HUNDRED);
    values.put("thousand", 1000);
    values.put("mille", 1000);
    return Map.copyOf(values);
  }

  private static void name(Map<String, Integer> values, int first, String names) {
    int value = first;
    for (String name : names.split(" ", -1)) {
      values.put(name, value++);
    }
  }

  private static void tens(Map<String, Integer> values, String names) {
    int value = TWENTY;
    for (String name : names.split(" ", -1)) {
      values.put(name, value);
      value += 10;
    }
  }
}
