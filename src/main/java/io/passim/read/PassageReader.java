package io.passim.read;

import io.passim.question.StandaloneQuestion;
import io.passim.retrieve.RetrievedPassage;
import java.util.List;

/** Finds candidate answers in passages. Shared between threads. */
public interface PassageReader {
  /** Name and hash of the model, for the record of where an answer came from. */
  ReaderIdentity identity();

  /** What decides about candidates, in one line; the same in every process. */
  String fingerprint();

  /**
   * Reads the passages, best retrieved first and at most as many as configured, and blocks until
   * done. Where the first few answer well, the others are left unread. The same question and
   * passages give the same candidates, whoever else is being served: to the last bit with the
   * default configuration on the CPU, and up to rounding where windows share runs.
   *
   * @throws java.util.concurrent.CancellationException if the monitor says that nobody waits, or
   *     the thread is interrupted
   * @throws io.passim.inference.OverloadedException at once, if too many readings wait; at any
   *     time, if the reader is shutting down
   */
  Reading read(
      StandaloneQuestion question, List<RetrievedPassage> passages, ReadingMonitor monitor);

  /**
   * How much each word of the question carried the candidate: the fall of its score when the word
   * is hidden from the reader. Reads the candidate's passage again, once per word, so ask for it
   * only where an explanation is wanted.
   *
   * @return in the order of the question; of a long one only the longest words, and none that the
   *     reader was not given. Empty if the candidate does not fit one window, or if too many
   *     readings wait or the reader is shutting down: the answer stands without it
   * @throws java.util.concurrent.CancellationException if the monitor says that nobody waits, or
   *     the thread is interrupted
   */
  List<QuestionTokenWeight> attribute(
      StandaloneQuestion question, CandidateSpan candidate, ReadingMonitor monitor);

  /**
   * What a word of the question meant to the reader.
   *
   * @param weight fall of the span's score, in logits; negative if the word spoke against the span
   */
  record QuestionTokenWeight(String token, double weight) {}

  /**
   * Which model reads.
   *
   * @param name the one in the model's manifest
   * @param sha256 of its weights, lower-case hexadecimal
   */
  record ReaderIdentity(String name, String sha256) {}
}
