package io.passim.evaluate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The evaluations, as people see and change them. Any thread may call any method. */
public interface Evaluations {
  /**
   * Queues an evaluation; when this returns, it survives a crash.
   *
   * @throws InvalidEvaluationException if the name is not as {@link EvaluationNames} says, a
   *     collection does not exist, or the reader does not or cannot be used
   * @throws EvaluationQueueFullException if as many wait as may wait
   */
  Evaluation submit(EvaluationRequest request);

  /** The newest first, at most 200. */
  List<Evaluation> list();

  Optional<Evaluation> find(String id);

  /**
   * Waits until an evaluation has ended, at most so long.
   *
   * @return the evaluation as it stands then; empty if there is none of that id
   */
  Optional<Evaluation> await(String id, Duration atMost) throws InterruptedException;

  /**
   * What came of the questions that have been asked, but for the latest few, in the dataset's
   * order.
   */
  List<QuestionOutcome> outcomes(String id);

  /**
   * Compares two evaluations.
   *
   * @return empty if one of them does not exist
   * @throws InvalidEvaluationException if one of them is not done
   */
  Optional<EvaluationComparison> compare(String here, String there);

  /**
   * Ends an evaluation with the question in hand; what was measured until then is kept.
   *
   * @return empty if there is none of that id
   * @throws InvalidEvaluationException if it had ended
   */
  Optional<Evaluation> cancel(String id);

  /**
   * Removes an evaluation; one that waits or runs is stopped first, which may take as long as the
   * question in hand.
   *
   * @return false if there is none of that id
   */
  boolean delete(String id);
}
