package io.passim.answer;

import io.passim.question.StandaloneQuestion;
import io.passim.rank.Items;
import io.passim.rank.Ranking;
import io.passim.read.Reading;
import io.passim.retrieve.PassageRetriever;
import io.passim.retrieve.Retrieval;
import java.util.List;

/** One standalone form of the question, taken through all stages. */
record Attempt(StandaloneQuestion question, Retrieval retrieval, Reading reading, Ranking ranking) {

  /** The same attempt, its question knowing which other forms were tried. */
  Attempt chosenFrom(List<Attempt> tried) {
    List<StandaloneQuestion> forms = tried.stream().map(Attempt::question).toList();
    return new Attempt(question.chosenFrom(forms), retrieval, reading, ranking);
  }

  /** The same, its items all those of a list that goes on beyond the best answer's passage. */
  Attempt withWholeList(PassageRetriever retriever) {
    Items items = ranking.items();
    return items == null
        ? this
        : new Attempt(
            question,
            retrieval,
            reading,
            ranking.withWholeList(retriever.passages(items.passage().documentId())));
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
