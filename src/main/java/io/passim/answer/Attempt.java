package io.passim.answer;

import io.passim.question.StandaloneQuestion;
import io.passim.rank.Ranking;
import io.passim.read.Reading;
import io.passim.retrieve.PassageRetriever;
import io.passim.retrieve.Retrieval;
import java.util.List;
import java.util.concurrent.CancellationException;

/** One standalone form of the question, taken through all stages. */
record Attempt(StandaloneQuestion question, Retrieval retrieval, Reading reading, Ranking ranking) {

  /** The same attempt, its question knowing which other forms were tried. */
  Attempt chosenFrom(List<Attempt> tried) {
    List<StandaloneQuestion> forms = tried.stream().map(Attempt::question).toList();
    return new Attempt(question.chosenFrom(forms), retrieval, reading, ranking);
  }

  /**
   * The same, its items all those of a list that goes on beyond the best answer's passage. Only an
   * answer shows items.
   *
   * @throws CancellationException if the monitor says that nobody waits
   */
  Attempt withWholeList(PassageRetriever retriever, AnswerMonitor monitor) {
    return isAnswered()
        ? new Attempt(
            question,
            retrieval,
            reading,
            ranking.withWholeList(retriever::passages, monitor::cancelled))
        : this;
  }

  /** Of the best answer; 0 if there is none. */
  double confidence() {
    return ranking.answers().isEmpty() ? 0 : ranking.answers().getFirst().confidence();
  }

  /** An answer comes before none, whatever each collection asks for; else the surer one. */
  boolean isBetterThan(Attempt other) {
    return isAnswered() == other.isAnswered() ? confidence() > other.confidence() : isAnswered();
  }

  boolean isAnswered() {
    return !ranking.answers().isEmpty() && confidence() >= ranking.threshold();
  }
}
