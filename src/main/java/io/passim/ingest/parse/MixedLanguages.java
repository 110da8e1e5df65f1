package io.passim.ingest.parse;

import io.passim.document.CharSpan;
import io.passim.document.LanguageSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of most of a text, and which parts stand in another, by the parts between
 * blank lines. One instance serves one thread at a time.
 */
final class MixedLanguages {
  /** A part has at least so many characters: less decides little, more costs no more. */
  private static final int PART = 400;

  /** So many parts, evenly spread, decide what most of the text is and whether it is mixed. */
  private static final int SAMPLED = 16;

  /** So many do where those were not all of one language. */
  private static final int SAMPLED_IF_MIXED = 64;

  /**
   * What of a sampled part is looked at: the model, which takes half a millisecond for it, was
   * right on 299 of 300 pieces of English prose of this length.
   */
  private static final int GLANCE = 200;

  /** Longer texts have longer parts: the model takes about a millisecond for each. */
  private static final int MAX_PARTS = 4000;

  /** A language of more of the sampled parts than this is that of the text, without more ado. */
  private static final double CLEAR_SHARE = 0.6;

  /** Another language counts from this share of the sampled parts: lists of names look like any. */
  private static final double MIN_SHARE = 0.1;

  /** The same of so many that a few are no accident. */
  private static final double MIN_SHARE_IF_MIXED = 0.06;

  private final LanguageDetector detector;

  MixedLanguages(LanguageDetector detector) {
    this.detector = detector;
  }

  /**
   * @param main code of most of the text, null if the text does not tell
   * @param others in order, without overlap; empty if the text is all of one language
   */
  record Found(@Nullable String main, List<LanguageSpan> others) {}

  Found find(String text) {
    List<CharSpan> parts = parts(text);
    int sampled = Math.min(SAMPLED, parts.size());
    Map<String, Long> shares = shares(text, parts, sampled);
    double least = MIN_SHARE * sampled;
    if (shares.size() > 1 && parts.size() > SAMPLED) {
      sampled = Math.min(SAMPLED_IF_MIXED, parts.size());
      shares = shares(text, parts, sampled);
      least = Math.max(2, MIN_SHARE_IF_MIXED * sampled);
    }
    double clear = CLEAR_SHARE * sampled;
    String main =
        shares.entrySet().stream()
            .filter(share -> share.getValue() > clear)
            .map(Map.Entry::getKey)
            .findFirst()
            .or(() -> detector.detect(text))
            .orElse(null);
    double fewest = least;
    shares.remove(main);
    shares.values().removeIf(count -> count < fewest);
    return new Found(
        main, main == null || shares.isEmpty() ? List.of() : spans(text, parts, shares));
  }

  /** How many of so many parts, evenly spread, are of each language; none of a single part. */
  private Map<String, Long> shares(String text, List<CharSpan> parts, int sampled) {
    Map<String, Long> shares = new HashMap<>();
    for (int i = 0; i < sampled && sampled > 1; i++) {
      detector
          .detect(glance(text, parts.get((int) ((long) i * parts.size() / sampled))))
          .ifPresent(language -> shares.merge(language, 1L, Long::sum));
    }
    return shares;
  }

  private List<LanguageSpan> spans(String text, List<CharSpan> parts, Map<String, Long> others) {
    List<LanguageSpan> spans = new ArrayList<>();
    for (CharSpan part : parts) {
      Optional<String> language = detector.detect(part.of(text)).filter(others::containsKey);
      language.ifPresent(code -> spans.add(new LanguageSpan(code, part)));
    }
    return spans;
  }

  private static String glance(String text, CharSpan part) {
    return text.substring(part.start(), Math.min(part.end(), part.start() + GLANCE));
  }

  private static List<CharSpan> parts(String text) {
    List<CharSpan> parts = new ArrayList<>();
    int start = 0;
    int least = Math.max(PART, text.length() / MAX_PARTS);
    for (int end = text.indexOf("\n\n", least);
        end >= 0;
        end = text.indexOf("\n\n", start + least)) {
      parts.add(new CharSpan(start, end));
      start = end + 2;
    }
    if (start < text.length()) {
      parts.add(new CharSpan(start, text.length()));
    }
    return parts;
  }
}
