package io.passim.evaluate;

import io.passim.answer.AnswerDetails.Provenance;
import io.passim.document.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that is asked, or was.
 *
 * @param collectionIds where it is asked; null if the dataset's own contexts are
 * @param reader name of the reader that was asked for; null for the server's
 * @param datasetSha256 of the dataset as it is stored, the same for the same questions, answers and
 *     contexts, lower-case hexadecimal; null for evaluations of earlier versions
 * @param problem set exactly when the status is {@link EvaluationStatus#FAILED}
 * @param questions of the dataset
 * @param asked how many of them have been asked
 * @param provenance what the first answer was made with, null before it
 * @param report null until the evaluation has ended, and after it if nothing was asked
 * @param timeLeft of the encoding or else of the asking; null while unknown and unless it runs
 * @param encoding how far the encoding of the dataset's own contexts has come; null unless it runs
 *     over them
 */
public record Evaluation(
    String id,
    String name,
    @Nullable List<String> collectionIds,
    @Nullable String reader,
    @Nullable String datasetSha256,
    EvaluationStatus status,
    @Nullable Problem problem,
    int questions,
    int asked,
    @Nullable Provenance provenance,
    @Nullable EvaluationReport report,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Duration timeLeft,
    @Nullable Encoding encoding) {
  public Evaluation {
    collectionIds = collectionIds == null ? null : List.copyOf(collectionIds);
    if ((status == EvaluationStatus.FAILED) != (problem != null)) {
      throw new IllegalArgumentException(
          "a problem belongs to failed evaluations only: " + status + ", " + problem);
    }
  }

  /** Passages that are given their vectors before anything can be asked. */
  public record Encoding(int passages, int encoded) {
    boolean isDone() {
      return encoded == passages;
    }
  }

  /** What a running evaluation is at. */
  public enum Stage {
    ENCODING,
    ASKING
  }

  /** What it is at; empty unless it runs. */
  public Optional<Stage> stage() {
    if (status != EvaluationStatus.RUNNING) {
      return Optional.empty();
    }
    boolean prepared = collectionIds != null || (encoding != null && encoding.isDone());
    return Optional.of(prepared ? Stage.ASKING : Stage.ENCODING);
  }

  /** Share of what there is to be done, passages to encode and questions to ask, from 0 to 1. */
  public double progress() {
    if (status == EvaluationStatus.DONE) {
      return 1;
    }
    return encoding == null
        ? (double) asked / questions
        : (double) (encoding.encoded() + asked) / (encoding.passages() + questions);
  }

  /** One that waits for its turn. */
  static Evaluation queued(
      String id,
      String name,
      @Nullable List<String> collectionIds,
      @Nullable String reader,
      String datasetSha256,
      int questions,
      Instant createdAt) {
    return new Evaluation(
        id,
        name,
        collectionIds,
        reader,
        datasetSha256,
        EvaluationStatus.QUEUED,
        null,
        questions,
        0,
        null,
        null,
        createdAt,
        null,
        null,
        null,
        null);
  }

  /** The same, which begins. */
  Evaluation started(Instant at) {
    return new Evaluation(
        id,
        name,
        collectionIds,
        reader,
        datasetSha256,
        EvaluationStatus.RUNNING,
        null,
        questions,
        0,
        null,
        null,
        createdAt,
        at,
        null,
        null,
        null);
  }

  /** The same, of which so many passages have been encoded and so many questions asked. */
  Evaluation asked(
      @Nullable Encoding encoding,
      int asked,
      @Nullable Provenance provenance,
      @Nullable Duration timeLeft) {
    return new Evaluation(
        id,
        name,
        collectionIds,
        reader,
        datasetSha256,
        status,
        problem,
        questions,
        asked,
        provenance,
        report,
        createdAt,
        startedAt,
        finishedAt,
        timeLeft,
        encoding);
  }

  /** The same at its end. */
  Evaluation ended(
      EvaluationStatus end, @Nullable Problem why, @Nullable EvaluationReport figures, Instant at) {
    return new Evaluation(
        id,
        name,
        collectionIds,
        reader,
        datasetSha256,
        end,
        why,
        questions,
        asked,
        provenance,
        figures,
        createdAt,
        startedAt,
        at,
        null,
        null);
  }
}
