package io.passim.answer;

import io.passim.index.PassageIndex;
import io.passim.inference.TestEncoders;
import io.passim.question.StandaloneQuestion;
import io.passim.question.TestRewriters;
import io.passim.rank.AnswerRanker;
import io.passim.rank.CollectionThresholds;
import io.passim.rank.RankedAnswer;
import io.passim.rank.Ranking;
import io.passim.read.CandidateSpan;
import io.passim.read.PassageReader;
import io.passim.read.Reading;
import io.passim.read.ReadingMonitor;
import io.passim.retrieve.PassageRetriever;
import io.passim.retrieve.RetrievedPassage;
import io.passim.retrieve.TestRetrievers;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Builds pipelines for tests: real retrieval and rewriting over scripted reading and ranking. */
public final class TestAnswerers {
  private TestAnswerers() {}

  /** Answers with what matches {@code pattern}, always with the same confidence. */
  public static QuestionAnswerer matching(PassageIndex index, String pattern, double confidence) {
    return of(index, new ScriptedReader(Pattern.compile(pattern)), ranker(confidence));
  }

  /** Fails each question when it comes to reading. */
  public static QuestionAnswerer failing(PassageIndex index, RuntimeException failure) {
    PassageReader reader =
        new PassageReader() {
          @Override
          public ReaderIdentity identity() {
            return new ReaderIdentity("failing", "0".repeat(64));
          }

          @Override
          public String fingerprint() {
            return "";
          }

          @Override
          public Reading read(
              StandaloneQuestion question,
              List<RetrievedPassage> passages,
              ReadingMonitor monitor) {
            throw failure;
          }

          @Override
          public List<QuestionTokenWeight> attribute(
              StandaloneQuestion question, CandidateSpan candidate, ReadingMonitor monitor) {
            throw failure;
          }
        };
    return of(index, reader, ranker(0));
  }

  /** As {@link #matching}, with answers pinned. */
  public static QuestionAnswerer pinned(
      PassageIndex index, CuratedAnswers curated, String pattern) {
    return of(
        index,
        curated,
        new ScriptedReader(Pattern.compile(pattern)),
        ranker(0.9),
        CollectionThresholds.NONE);
  }

  /** As {@link #matching}, with thresholds of collections. */
  public static QuestionAnswerer deciding(
      PassageIndex index, CollectionThresholds thresholds, String pattern, double confidence) {
    return of(
        index,
        CuratedAnswers.NONE,
        new ScriptedReader(Pattern.compile(pattern)),
        ranker(confidence),
        thresholds);
  }

  /** Answers with what {@code reader} finds, always with the same confidence. */
  public static QuestionAnswerer reading(
      PassageIndex index, PassageReader reader, double confidence) {
    return of(index, reader, ranker(confidence));
  }

  public static QuestionAnswerer of(PassageIndex index, PassageReader reader, AnswerRanker ranker) {
    return of(index, CuratedAnswers.NONE, reader, ranker, CollectionThresholds.NONE);
  }

  private static QuestionAnswerer of(
      PassageIndex index,
      CuratedAnswers curated,
      PassageReader reader,
      AnswerRanker ranker,
      CollectionThresholds thresholds) {
    PassageRetriever retriever = TestRetrievers.lexical(index, TestEncoders.shipped(), 10);
    return new QuestionAnswerer(
        TestRewriters.history(index),
        curated,
        retriever,
        reader,
        ranker,
        thresholds,
        new AnswerAssembler(
            reader,
            new AnswerExplainer(reader),
            new AnswerConfiguration(
                new SmallRyeConfigBuilder().build(), retriever, reader, ranker)));
  }

  private static AnswerRanker ranker(double confidence) {
    return new AnswerRanker() {
      @Override
      public Ranking rank(StandaloneQuestion question, Reading reading) {
        List<RankedAnswer> answers =
            reading.candidates().stream()
                .map(span ->
                    new RankedAnswer(span, confidence, List.of(), Map.of("score", span.score())))
                .toList();
        return new Ranking(answers, 0.5);
      }

      @Override
      public double threshold() {
        return 0.5;
      }

      @Override
      public String fingerprint() {
        return "constant";
      }

      @Override
      public String scale() {
        return "constant";
      }
    };
  }
}
