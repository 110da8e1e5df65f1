package io.passim.answer;

import io.passim.rank.AnswerRanker;
import io.passim.rank.Thresholds;
import io.passim.read.PassageReader;
import io.passim.retrieve.PassageRetriever;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
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

  /** Enough to tell configurations apart, short enough to read. */
  private static final int LENGTH = 16;

  private final String fingerprint;

  AnswerConfiguration(
      Config config, PassageRetriever retriever, PassageReader reader, AnswerRanker ranker) {
    String settings =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .filter(name -> PREFIXES.stream().anyMatch(name::startsWith))
            .filter(name -> PATHS.stream().noneMatch(name::endsWith))
            .sorted()
            .distinct()
            .map(name -> name + "=" + config.getConfigValue(name).getValue())
            .collect(Collectors.joining("\n"));
    String fitted =
        String.join("\n", retriever.fingerprint(), reader.fingerprint(), ranker.fingerprint());
    fingerprint = sha256(settings + "\n" + fitted).substring(0, LENGTH);
  }

  /**
   * The hash, of 16 hexadecimal digits.
   *
   * @param inForce the thresholds that could decide about the question
   */
  String fingerprint(Thresholds inForce) {
    String own = inForce.fingerprint();
    return own.isEmpty() ? fingerprint : sha256(fingerprint + "\n" + own).substring(0, LENGTH);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
