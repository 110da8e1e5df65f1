package io.passim.answer;

import io.passim.document.DocumentId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every answer has, whatever its outcome.
 *
 * @param id opaque identity, such as {@code a_…}
 * @param question as it was typed
 * @param standaloneQuestion what was searched and read for
 * @param questionSources documents that lent words of earlier answers to {@code standaloneQuestion}
 *     or to another reading that was tried
 * @param passages the retrieved passages, best first
 * @param explanation null if none was asked for
 */
public record AnswerDetails(
    String id,
    String question,
    String standaloneQuestion,
    Set<DocumentId> questionSources,
    List<FoundPassage> passages,
    @Nullable Explanation explanation,
    Provenance provenance,
    Timings timings) {
  public AnswerDetails {
    questionSources = Set.copyOf(questionSources);
    passages = List.copyOf(passages);
  }

  /**
   * A passage that was found, as it is shown.
   *
   * @param start UTF-16 offset in the document's text
   * @param end one past the last code unit
   * @param language ISO 639-1 code of the text; null if it was found before that was kept
   */
  public record FoundPassage(
      DocumentId documentId,
      String title,
      int page,
      int start,
      int end,
      String text,
      @Nullable String language) {}

  /**
   * What the answer was made with: the same question gives the same answer as long as these are the
   * same.
   *
   * <p>A curated answer was read by nobody: it is the same as long as its revision is.
   *
   * @param reader the name of the model that reads on this server
   * @param readerSha256 hash of its weights
   * @param encoder the encoder's name, null if words alone were searched
   * @param indexGeneration the state of the index
   * @param configuration hash of the settings that bear on answers, the thresholds of the
   *     collections that were asked among them
   * @param calibration hash of the calibration: confidences compare where it is the same; null in
   *     what was stored before it was told
   */
  public record Provenance(
      String reader,
      String readerSha256,
      @Nullable String encoder,
      long indexGeneration,
      String configuration,
      @Nullable String calibration) {}

  /**
   * Wall-clock milliseconds per stage.
   *
   * @param curateMs of looking for a pinned answer; part of {@code retrieveMs} in answers that were
   *     stored before it was told apart
   * @param rankMs likewise part of {@code readMs}
   */
  public record Timings(
      double understandMs,
      double curateMs,
      double retrieveMs,
      double readMs,
      double rankMs,
      double totalMs) {}
}
