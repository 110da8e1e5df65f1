package io.passim.read;

import io.passim.question.StandaloneQuestion;
import io.passim.retrieve.RetrievedPassage;
import java.util.List;

/** Finds candidate answers in passages. Shared between threads. */
public interface PassageReader {
  /** Name and hash of the model, for the record of where an answer came from. */
  ReaderIdentity identity();

  /**
   * Reads the passages, best retrieved first and at most as many as configured, and blocks until
   * done. The same question and passages give the same candidates, whoever else is being served.
   *
   * @throws java.util.concurrent.CancellationException if the monitor says that nobody waits, or
   *     the thread is interrupted
   * @throws io.passim.inference.OverloadedException at once, if too many readings wait
   */
  Reading read(
      StandaloneQuestion question, List<RetrievedPassage> passages, ReadingMonitor monitor);

  /**
   * Which words of the question mattered for an answer: reads its passage once more for each word,
   * so ask for it only where an explanation is wanted. Blocks like {@link #read}.
   *
   * @param answer a candidate for this question
   * @return in the order of the question; empty if the answer does not fit one window
   */
  List<QuestionTokenWeight> attribute(
      StandaloneQuestion question, CandidateSpan answer, ReadingMonitor monitor);

  /**
   * Which model reads.
   *
   * @param name the model's folder name
   * @param sha256 of its weights, lower-case hexadecimal
   */
  record ReaderIdentity(String name, String sha256) {}
}
