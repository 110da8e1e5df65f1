package io.passim.document;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that documents are filed under. */
public final class Tags {
  /** How many a document may have, and a question may ask for. */
  public static final int MAX_TAGS = 20;

  /** How many UTF-16 code units one may have. */
  public static final int MAX_LENGTH = 40;

  /** What {@link #normalise} asks of them, for whoever broke it. */
  public static final String RULE =
      "At most " + MAX_TAGS + " tags of 1 to " + MAX_LENGTH + " characters.";

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");

  private Tags() {}

  /**
   * The tags as they are kept: lower case, single spaces, composed (NFC), sorted, each once.
   *
   * @return empty if there are too many, or one is null, blank or too long
   */
  public static Optional<List<String>> normalise(Collection<@Nullable String> tags) {
    if (tags.stream().anyMatch(tag -> tag == null || !fits(normalise(tag)))) {
      return Optional.empty();
    }
    List<String> kept = tags.stream().map(Tags::normalise).distinct().sorted().toList();
    return kept.size() > MAX_TAGS ? Optional.empty() : Optional.of(kept);
  }

  private static boolean fits(String tag) {
    return !tag.isEmpty() && tag.length() <= MAX_LENGTH;
  }

  private static String normalise(@Nullable String tag) {
    String composed = Normalizer.normalize(tag == null ? "" : tag, Normalizer.Form.NFC);
    return SPACE.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
