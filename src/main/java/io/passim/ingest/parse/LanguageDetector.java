package io.passim.ingest.parse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.tika.langdetect.opennlp.OpenNLPDetector;
import org.apache.tika.language.detect.LanguageResult;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text from a model inside the jar.
 *
 * <p>The model takes 135 MB and a second to load, at the first use in a process, and stays. One
 * instance serves one thread at a time.
 */
public final class LanguageDetector {
  /** Fewer letters than this decide nothing. */
  private static final int MIN_LETTERS = 20;

  /** More of a text than this decides nothing more. */
  private static final int SAMPLE_LENGTH = 20_000;

  /**
   * How many times more likely than the next the language must be: sentences of 30 characters reach
   * 1.15 to 2, digits and random letters 1.00 to 1.04.
   */
  private static final double MIN_RATIO = 1.1;

  private static final Map<String, String> ISO_639_1 =
      Arrays.stream(Locale.getISOLanguages())
          .collect(
              Collectors.toMap(
                  code -> Locale.of(code).getISO3Language(), Function.identity(), (a, b) -> a));

  /** Names that the model has for languages of ISO 639-1. */
  private static final Map<String, String> VARIANTS =
      Map.of("cmn", "zh", "pes", "fa", "ekk", "et", "lvs", "lv", "nob", "nb", "arz", "ar");

  private @Nullable OpenNLPDetector loaded;

  /** The code of ISO 639-1, or of 639-3 where there is none; empty if the text does not tell. */
  public Optional<String> detect(String text) {
    String sample = text.substring(0, Math.min(text.length(), SAMPLE_LENGTH));
    if (sample.codePoints().filter(Character::isLetter).limit(MIN_LETTERS).count() < MIN_LETTERS) {
      return Optional.empty();
    }
    OpenNLPDetector detector = loaded == null ? new OpenNLPDetector() : loaded;
    loaded = detector;
    detector.reset();
    detector.addText(sample);
    List<LanguageResult> results = detector.detectAll();
    if (results.size() < 2
        || results.get(0).getRawScore() < MIN_RATIO * results.get(1).getRawScore()) {
      return Optional.empty();
    }
    return Optional.of(code(results.get(0).getLanguage()));
  }

  private static String code(String modelCode) {
    String iso3 = modelCode.replaceFirst("-.*", "");
    return VARIANTS.getOrDefault(iso3, ISO_639_1.getOrDefault(iso3, iso3));
  }
}
