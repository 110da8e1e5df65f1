package io.passim.answer;

import io.passim.question.StandaloneQuestion;
import java.util.Optional;

/** Answers that people have pinned to questions. Shared between threads. */
public interface CuratedAnswers {
  /** Nothing is pinned. */
  CuratedAnswers NONE = _ -> Optional.empty();

  /**
   * The answer pinned to a question, if there is one within its scope and its words still stand
   * where they are cited.
   *
   * @throws io.passim.inference.OverloadedException if as many questions wait for the encoder as
   *     may wait
   * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
   */
  Optional<CuratedMatch> find(StandaloneQuestion question);
}
