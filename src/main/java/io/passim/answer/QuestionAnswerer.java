package io.passim.answer;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.passim.answer.AnswerMonitor.Stage;
import io.passim.answer.Stopwatch.Lap;
import io.passim.question.DialogueContext;
import io.passim.question.Question;
import io.passim.question.QuestionKey;
import io.passim.question.QuestionRewriter;
import io.passim.question.StandaloneQuestion;
import io.passim.rank.AnswerRanker;
import io.passim.rank.CollectionThresholds;
import io.passim.rank.Ranking;
import io.passim.rank.Thresholds;
import io.passim.read.PassageReader;
import io.passim.read.Reading;
import io.passim.retrieve.PassageRetriever;
import io.passim.retrieve.Retrieval;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Answers questions: understand → what is pinned, else retrieve → read → rank. Stateless; shared
 * between threads.
 */
@ApplicationScoped
public class QuestionAnswerer {
  private final QuestionRewriter rewriter;
  private final CuratedAnswers curated;
  private final PassageRetriever retriever;
  private final PassageReader reader;
  private final AnswerRanker ranker;
  private final CollectionThresholds thresholds;
  private final AnswerAssembler assembler;

  QuestionAnswerer(
      QuestionRewriter rewriter,
      CuratedAnswers curated,
      PassageRetriever retriever,
      PassageReader reader,
      AnswerRanker ranker,
      CollectionThresholds thresholds,
      AnswerAssembler assembler) {
    this.rewriter = rewriter;
    this.curated = curated;
    this.retriever = retriever;
    this.reader = reader;
    this.ranker = ranker;
    this.thresholds = thresholds;
    this.assembler = assembler;
  }

  /**
   * Answers a question within its conversation. A follow-up may mean several things: its readings
   * are tried in turn until one is answered, else the most confident stands, or the question as it
   * was asked if that is the likeliest of them. A question that stands alone is given the answer
   * that is pinned to it, if there is one; a follow-up only one that is pinned to its very words.
   *
   * @param explain how much to say about why
   * @throws CancellationException if the monitor says that nobody waits
   */
  @WithSpan("answer")
  public Answer answer(
      Question question,
      DialogueContext context,
      ExplanationDetail explain,
      AnswerMonitor monitor) {
    Stopwatch clock = Stopwatch.start();
    monitor.progress(Stage.UNDERSTANDING, 0, 1, null);
    List<StandaloneQuestion> readings = rewriter.rewrite(question, context);
    clock.lap(Lap.UNDERSTANDING);
    boolean followUp = readings.getFirst().followUp().detected();
    StandaloneQuestion asked = StandaloneQuestion.asAsked(question);
    Optional<CuratedMatch> pinned =
        pinned(asked, clock, monitor).filter(match -> !followUp || isWrittenLike(match, asked));
    if (pinned.isPresent()) {
      return assembler.curated(asked, pinned.get(), explain, clock);
    }
    Thresholds inForce = thresholds.now().within(question.scope());
    Attempt best = attempt(readings.getFirst(), inForce, clock, monitor);
    List<Attempt> tried = new ArrayList<>(List.of(best));
    for (StandaloneQuestion other : readings.subList(1, readings.size())) {
      if (best.isAnswered()) {
        break;
      }
      Attempt next = attempt(other, inForce, clock, monitor);
      tried.add(next);
      best = next.isAnswered() || (followUp && next.isBetterThan(best)) ? next : best;
    }
    Attempt chosen = best.chosenFrom(tried).withWholeList(retriever, monitor);
    return assembler.assemble(chosen, inForce, explain, clock, monitor);
  }

  /**
   * The same pipeline over other passages, for whoever measures: without curated answers and
   * without the thresholds of collections, and with all candidates as alternatives. Follow-ups
   * still lean on the words of the first passages.
   */
  public QuestionAnswerer over(PassageRetriever other) {
    return new QuestionAnswerer(
        rewriter,
        CuratedAnswers.NONE,
        other,
        reader,
        ranker,
        CollectionThresholds.NONE,
        assembler.withAllAlternatives());
  }

  /**
   * The same pipeline without curated answers and with all candidates as alternatives, for whoever
   * measures what it finds itself: with the thresholds that are in force now, whatever becomes of
   * them.
   */
  public QuestionAnswerer uncurated() {
    Thresholds inForce = thresholds.now();
    return new QuestionAnswerer(
        rewriter,
        CuratedAnswers.NONE,
        retriever,
        reader,
        ranker,
        () -> inForce,
        assembler.withAllAlternatives());
  }

  /** Confidence from which collections without a threshold of their own answer, 0 to 1. */
  public double threshold() {
    return ranker.threshold();
  }

  /** The same pipeline with other reading and ranking, and what says so in its answers. */
  QuestionAnswerer reading(PassageReader other, AnswerRanker its, AnswerAssembler assembling) {
    return new QuestionAnswerer(rewriter, curated, retriever, other, its, thresholds, assembling);
  }

  /** What is pinned to a question as it was asked; its other readings are guesses. */
  private Optional<CuratedMatch> pinned(
      StandaloneQuestion question, Stopwatch clock, AnswerMonitor monitor) {
    checkWaited(monitor);
    Optional<CuratedMatch> pinned = curated.find(question);
    clock.lap(Lap.LOOKING_FOR_PINNED);
    return pinned;
  }

  /** Means the same whatever was said before, unlike a question that is only meant alike. */
  private static boolean isWrittenLike(CuratedMatch match, StandaloneQuestion question) {
    return QuestionKey.of(match.curation().question()).equals(QuestionKey.of(question.text()));
  }

  private Attempt attempt(
      StandaloneQuestion question, Thresholds inForce, Stopwatch clock, AnswerMonitor monitor) {
    checkWaited(monitor);
    monitor.progress(Stage.RETRIEVING, 0, 1, question.text());
    Retrieval retrieval = retriever.retrieve(question.text(), question.scope());
    clock.lap(Lap.RETRIEVING);
    checkWaited(monitor);
    Reading reading =
        reader.read(question, retrieval.passages(), new ReadingProgress(question, monitor));
    clock.lap(Lap.READING);
    Ranking ranking = inForce.decide(ranker.rank(question, reading));
    clock.lap(Lap.RANKING);
    return new Attempt(question, retrieval, reading, ranking);
  }

  private static void checkWaited(AnswerMonitor monitor) {
    if (monitor.cancelled()) {
      throw new CancellationException("nobody waits for the answer");
    }
  }
}
