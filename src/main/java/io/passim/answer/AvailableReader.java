package io.passim.answer;

import io.passim.document.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader that stands beside the server's, or the server's own.
 *
 * @param name of its folder
 * @param inUse whether it is the server's
 * @param problem why it cannot answer: {@code reader_damaged} or {@code reader_not_calibrated};
 *     null if nothing speaks against it
 * @param facts null if its manifest cannot be read
 * @param calibration hash of its calibration, as in what it answers with; null if there is a
 *     problem
 */
public record AvailableReader(
    String name,
    boolean inUse,
    @Nullable Problem problem,
    @Nullable Facts facts,
    @Nullable String calibration) {

  /**
   * What is known of it.
   *
   * @param languages ISO 639-1 codes of what it was trained on
   * @param bytes size of its graph
   * @param sha256 of its graph, lower-case hexadecimal
   * @param quantised whether its windows run alone, as those of a dynamically quantised graph do
   * @param licence SPDX identifier
   */
  public record Facts(
      List<String> languages, long bytes, String sha256, boolean quantised, String licence) {
    public Facts {
      languages = List.copyOf(languages);
    }
  }
}
