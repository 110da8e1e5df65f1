package io.passim.rank;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form in which answers are compared: lower case, without punctuation, articles and extra
 * space, as SQuAD's scorer does it (Rajpurkar et al., <i>SQuAD</i>, 2016, section 6.1), with the
 * articles of French beside those of English, and with the punctuation of numbers: "1/2" is not
 * "12".
 */
final class AnswerText {
  private static final Pattern ELISION = Pattern.compile("\\b[ld]['’]");

  private static final String MARK = "[\\p{P}\\p{S}&&[^$€£%°+]]";

  /** All but what tells amounts apart: units, and what stands within a number or date. */
  private static final Pattern PUNCTUATION =
      Pattern.compile("(?<!\\p{N})" + MARK + "|" + MARK + "(?!\\p{N})");

  private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");

  private static final Pattern ARTICLE =
      Pattern.compile("\\b(?:an?|the|le|la|les|une?|des)\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private AnswerText() {}

  /** The comparable form; the bare lower case where nothing else would be left. */
  static String normalise(String answer) {
    String lower = Normalizer.normalize(answer, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String words = ELISION.matcher(lower).replaceAll("");
    words = DASH.matcher(words).replaceAll("-");
    words = PUNCTUATION.matcher(words).replaceAll("");
    words = ARTICLE.matcher(words).replaceAll(" ");
    words = SPACE.matcher(words).replaceAll(" ").strip();
    return words.isEmpty() ? lower.strip() : words;
  }
}
