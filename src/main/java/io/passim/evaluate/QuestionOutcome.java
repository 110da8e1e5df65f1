package io.passim.evaluate;

import io.passim.document.DocumentId;
import io.passim.question.QuestionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one question. Its names stand in stored evaluations and must not change.
 *
 * @param language ISO 639 code, null if the dataset does not say
 * @param expected references; empty if there is no answer
 * @param predicted the answer that was given; empty for an abstention
 * @param score of {@code predicted}
 * @param best the best candidate whatever its confidence, null if there was none
 * @param rank of the first passage among {@value QuestionEvaluator#RETRIEVED} that holds a
 *     reference, from 1; null if none does
 * @param cause null if it was answered rightly
 * @param latencyMs of the answer, in milliseconds
 */
public record QuestionOutcome(
    String id,
    String question,
    QuestionType type,
    @Nullable String language,
    List<String> expected,
    String predicted,
    SquadScore score,
    @Nullable Best best,
    @Nullable Integer rank,
    @Nullable Cause cause,
    double latencyMs) {
  public QuestionOutcome {
    expected = List.copyOf(expected);
  }

  /** Whether the dataset has an answer. */
  public boolean answerable() {
    return !expected.isEmpty();
  }

  /** Whether an answer was given. */
  public boolean answered() {
    return !predicted.isEmpty();
  }

  /** Where the words of {@code predicted} and {@code best} stand; null if nobody wrote it down. */
  @Nullable DocumentId source() {
    return best == null ? null : best.documentId();
  }

  /** Whether words were found and have been taken out since: a candidate has at least one. */
  public boolean lostWords() {
    return best != null && best.text().isEmpty();
  }

  /** The same without the words of the document, which is gone; the figures stay. */
  QuestionOutcome silenced() {
    return new QuestionOutcome(
        id,
        question,
        type,
        language,
        expected,
        "",
        score,
        best == null ? null : new Best("", best.confidence(), best.score(), best.documentId()),
        rank,
        cause,
        latencyMs);
  }

  /**
   * The best candidate. Where an answer was given, it is this one.
   *
   * @param text empty once its document is gone
   * @param confidence that it is right, 0 to 1
   * @param documentId where it stands; null in evaluations of a dataset's own contexts and in those
   *     of earlier versions
   */
  public record Best(
      String text, double confidence, SquadScore score, @Nullable DocumentId documentId) {}
}
