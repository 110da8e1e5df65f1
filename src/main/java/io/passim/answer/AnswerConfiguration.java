package io.passim.answer;

import io.passim.rank.AnswerRanker;
import io.passim.rank.Thresholds;
import io.passim.read.PassageReader;
import io.passim.retrieve.PassageRetriever;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** The settings that bear on answers, the models and the calibration, as one hash. */
@ApplicationScoped
class AnswerConfiguration {
  private static final List<String> PREFIXES =
      List.of(
          "passim.index.",
          "passim.retrieve.",
          "passim.inference.",
          "passim.rank.",
          "passim.read.",
          "passim.curate.");

  /** Where files are says nothing of what is in them. */
  private static final List<String> PATHS = List.of("directory", "calibration");

  private static final String READER = "passim.inference.reader";

  /** Enough to tell configurations apart, short enough to read. */
  private static final int LENGTH = 16;

  private final String fingerprint;
  private final String calibration;

  @Inject
  AnswerConfiguration(
      Config config, PassageRetriever retriever, PassageReader reader, AnswerRanker ranker) {
    this(settings(config), retriever, reader, ranker);
  }

  private AnswerConfiguration(
      Map<String, String> settings,
      PassageRetriever retriever,
      PassageReader reader,
      AnswerRanker ranker) {
    String set =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining("\n"));
    String fitted =
        String.join("\n", retriever.fingerprint(), reader.fingerprint(), ranker.fingerprint());
    fingerprint = hash(set + "\n" + fitted);
    calibration = calibration(ranker);
  }

  /**
   * That of a server which is configured as this one but for its reader.
   *
   * @param name the folder of the other reader
   */
  static AnswerConfiguration withReader(
      String name,
      Config config,
      PassageRetriever retriever,
      PassageReader reader,
      AnswerRanker ranker) {
    SortedMap<String, String> settings = settings(config);
    settings.put(READER, name);
    return new AnswerConfiguration(settings, retriever, reader, ranker);
  }

  private static SortedMap<String, String> settings(Config config) {
    SortedMap<String, String> settings = new TreeMap<>();
    for (String name : config.getPropertyNames()) {
      if (PREFIXES.stream().anyMatch(name::startsWith)
          && PATHS.stream().noneMatch(name::endsWith)) {
        settings.put(name, String.valueOf(config.getConfigValue(name).getValue()));
      }
    }
    return settings;
  }

  /**
   * The hash, of 16 hexadecimal digits.
   *
   * @param inForce the thresholds that could decide about the question
   */
  String fingerprint(Thresholds inForce) {
    String own = inForce.fingerprint();
    return own.isEmpty() ? fingerprint : hash(fingerprint + "\n" + own);
  }

  /** Hash of the calibration, of 16 hexadecimal digits. */
  String calibration() {
    return calibration;
  }

  /** Hash of the calibration of a ranker; confidences compare where it is the same. */
  static String calibration(AnswerRanker ranker) {
    return hash(ranker.scale());
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
