package io.passim.evaluate;

import io.passim.answer.Alternative;
import io.passim.answer.Answer;
import io.passim.answer.AnswerDetails;
import io.passim.answer.AnswerDetails.FoundPassage;
import io.passim.answer.AnswerMonitor;
import io.passim.answer.Citation;
import io.passim.answer.Explanation;
import io.passim.answer.ExplanationDetail;
import io.passim.answer.QuestionAnswerer;
import io.passim.document.DocumentScope;
import io.passim.evaluate.QuestionOutcome.Best;
import io.passim.evaluate.SquadDataset.Asked;
import io.passim.question.DialogueContext;
import io.passim.question.Question;
import io.passim.question.QuestionType;
import io.passim.retrieve.PassageRetriever;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks questions as people would and scores the answers. Any thread may call. */
final class QuestionEvaluator {
  /** Passages among which references are looked for. */
  static final int RETRIEVED = 20;

  private final QuestionAnswerer answerer;
  private final PassageRetriever retriever;
  private final DocumentScope scope;
  private final boolean lasting;

  /**
   * Asks over the pipeline.
   *
   * @param answerer gives all its candidates as alternatives
   * @param lasting whether the documents are people's own, which may be deleted later, or go with
   *     the run
   */
  QuestionEvaluator(
      QuestionAnswerer answerer, PassageRetriever retriever, DocumentScope scope, boolean lasting) {
    this.answerer = answerer;
    this.retriever = retriever;
    this.scope = scope;
    this.lasting = lasting;
  }

  /** What came of a question, and what it was answered with. */
  record Evaluated(QuestionOutcome outcome, AnswerDetails.Provenance provenance) {}

  /**
   * Asks a question.
   *
   * @throws CancellationException if the monitor says that nobody waits
   * @throws io.passim.inference.OverloadedException if too many questions wait for the reader
   */
  Evaluated evaluate(Asked asked, AnswerMonitor monitor) {
    Answer answer =
        answerer.answer(
            new Question(asked.text(), scope, true),
            DialogueContext.EMPTY,
            ExplanationDetail.SCORES,
            monitor);
    References references = new References(asked.answers());
    OptionalInt rank = references.firstIn(retrieved(asked.text()));
    List<Alternative> candidates = candidates(answer);
    String predicted = answer instanceof Answer.Answered given ? given.answer().text() : "";
    SquadScore score = SquadScore.of(predicted, asked.answers());
    return new Evaluated(
        new QuestionOutcome(
            asked.id(),
            asked.text(),
            QuestionType.of(asked.text()),
            asked.language(),
            asked.answers(),
            predicted,
            score,
            candidates.isEmpty() ? null : best(candidates.getFirst(), asked),
            rank.isPresent() ? rank.getAsInt() + 1 : null,
            score.right() ? null : cause(asked, answer, candidates, references),
            answer.details().timings().totalMs()),
        answer.details().provenance());
  }

  private List<String> retrieved(String question) {
    return retriever.retrieve(question, scope, RETRIEVED).passages().stream()
        .map(found -> found.passage().text())
        .toList();
  }

  private Best best(Alternative candidate, Asked asked) {
    return new Best(
        candidate.text(),
        candidate.confidence(),
        SquadScore.of(candidate.text(), asked.answers()),
        lasting ? candidate.citation().documentId() : null);
  }

  /** Best first. */
  private static List<Alternative> candidates(Answer answer) {
    return switch (answer) {
      case Answer.Answered answered ->
          Stream.concat(Stream.of(answered.answer()), answered.alternatives().stream()).toList();
      case Answer.Unsure unsure -> unsure.alternatives();
      case Answer.NotFound _, Answer.Curated _ -> List.of();
    };
  }

  private static Cause cause(
      Asked asked, Answer answer, List<Alternative> candidates, References references) {
    if (asked.answers().isEmpty()) {
      return Cause.ANSWERED_ANYWAY;
    }
    for (Alternative candidate : candidates) {
      if (SquadScore.of(candidate.text(), asked.answers()).right()) {
        return candidate.equals(candidates.getFirst()) ? Cause.HELD_BACK : Cause.RANKED_BELOW;
      }
    }
    if (items(answer).anyMatch(item -> SquadScore.of(item, asked.answers()).right())) {
      return Cause.RANKED_BELOW;
    }
    List<String> passages = answer.details().passages().stream().map(FoundPassage::text).toList();
    OptionalInt holding = references.firstIn(passages);
    if (holding.isEmpty()) {
      return Cause.NOT_RETRIEVED;
    }
    return holding.getAsInt() < read(answer.details().explanation(), passages.size())
        ? Cause.WRONG_SPAN
        : Cause.NOT_READ;
  }

  /** What stands beside the answer, such as the other items of its list. */
  private static Stream<String> items(Answer answer) {
    return answer instanceof Answer.Answered answered
        ? answered.items().stream().map(Citation::words)
        : Stream.of();
  }

  /** How many passages were read: without a candidate there was no reason to stop. */
  private static int read(@Nullable Explanation explanation, int all) {
    return explanation == null || explanation.reading() == null
        ? all
        : explanation.reading().passagesRead();
  }
}
