package io.passim.read;

import io.passim.question.StandaloneQuestion;
import io.passim.retrieve.RetrievedPassage;
import java.util.List;

/** Finds candidate answers in passages. Shared between threads. */
public interface PassageReader {
  /** Name and hash of the model, for the record of where an answer came from. */
  ReaderIdentity identity();

  /**
   * Reads the passages, best retrieved first, and blocks until done.
   *
   * @throws java.util.concurrent.CancellationException if the monitor says that nobody waits
   */
  Reading read(
      StandaloneQuestion question, List<RetrievedPassage> passages, ReadingMonitor monitor);

  /**
   * How much each word of the question carried the candidate: the fall of its score when the word
   * is hidden from the reader. Reads the candidate's passage again, once per word.
   */
  List<QuestionTokenWeight> attribute(StandaloneQuestion question, CandidateSpan candidate);

  /**
   * What a word of the question meant to the reader.
   *
   * @param weight fall of the span's score, in logits; negative if the word spoke against the span
   */
  record QuestionTokenWeight(String token, double weight) {}

  /**
   * Which model reads.
   *
   * @param name the model's folder name
   * @param sha256 of its weights, lower-case hexadecimal
   */
  record ReaderIdentity(String name, String sha256) {}
}
