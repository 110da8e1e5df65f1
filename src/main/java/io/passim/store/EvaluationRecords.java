package io.passim.store;

import io.passim.document.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluations and what came of their questions. Any thread may call any method; each is one
 * transaction.
 */
public interface EvaluationRecords {
  /** Adds an evaluation; when it returns, the evaluation survives a crash. */
  void insert(EvaluationRow evaluation);

  /**
   * Replaces what changes in the life of an evaluation: all but its id, name, collections, reader,
   * dataset, number of questions and the time of its creation.
   *
   * @return false if it has been deleted
   */
  boolean update(EvaluationRow evaluation);

  Optional<EvaluationRow> find(String id);

  /** The newest evaluations first. */
  List<EvaluationRow> list(int limit);

  /** Those of this status, oldest first. */
  List<EvaluationRow> withStatus(String status);

  /** Deletes an evaluation with what came of its questions; false if there is none. */
  boolean delete(String id);

  /**
   * Adds what came of questions.
   *
   * @param place of the first of them in the dataset, from 0; the others follow it
   * @param outcomes one JSON text for each
   */
  void addOutcomes(String evaluationId, int place, List<String> outcomes);

  /** What came of an evaluation's questions, in the order of the dataset. */
  List<String> outcomes(String evaluationId);

  /**
   * Replaces what came of one question; one of an evaluation that has been deleted is no error.
   *
   * @param place of the question in the dataset, from 0
   */
  void replaceOutcome(String evaluationId, int place, String outcome);

  /** Ids of the evaluations over collections. */
  List<String> overCollections();

  /**
   * An evaluation.
   *
   * @param collectionIds null if the dataset's own contexts are asked
   * @param reader that was asked for, null for the server's
   * @param datasetSha256 null for evaluations of earlier versions
   * @param questions of the dataset
   * @param asked how many of them have been asked
   * @param provenance JSON, null before the first answer
   * @param report JSON, null until there is one
   */
  record EvaluationRow(
      String id,
      String name,
      @Nullable List<String> collectionIds,
      @Nullable String reader,
      @Nullable String datasetSha256,
      String status,
      @Nullable Problem problem,
      int questions,
      int asked,
      @Nullable String provenance,
      @Nullable String report,
      Instant createdAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {
    public EvaluationRow {
      collectionIds = collectionIds == null ? null : List.copyOf(collectionIds);
    }
  }
}
