package io.passim.curate;

import io.passim.document.DocumentScope;
import io.passim.inference.EncoderModel;
import io.passim.question.QuestionKey;
import io.passim.store.CuratedRecords.CuratedRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The pinned questions with their vectors, in memory. A question meets all of an answer's phrases
 * or none: an answer is replaced in one step.
 */
@Singleton
class PinnedQuestions {
  /** The same question at the same time is to be given the same answer. */
  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::similarity)
          .reversed()
          .thenComparing(match -> match.row().collectionIds().isEmpty())
          .thenComparing(match -> match.row().createdAt())
          .thenComparing(match -> match.row().id());

  private final Map<String, Pinned> pinned = new ConcurrentHashMap<>();
  private final EncoderModel encoder;
  private final CurateConfig config;

  @Inject
  PinnedQuestions(EncoderModel encoder, CurateConfig config) {
    this.encoder = encoder;
    this.config = config;
  }

  /**
   * Computes the vectors of an answer's phrases, for {@link #put}.
   *
   * @throws io.passim.inference.OverloadedException if too many questions wait for the encoder
   */
  Pinned encode(CuratedRow row) {
    return new Pinned(
        row,
        row.phrases().stream()
            .map(text -> new Phrase(text, encoder.encodeQuestion(text)))
            .toList());
  }

  /** Adds or replaces an answer. */
  void put(Pinned answer) {
    pinned.put(answer.row().id(), answer);
  }

  void remove(String id) {
    pinned.remove(id);
  }

  /** The answers of this scope that are pinned to a question written like this one. */
  List<Match> writtenAlike(String question, DocumentScope scope) {
    String key = QuestionKey.of(question);
    return within(scope)
        .flatMap(answer ->
            answer.phrases().stream()
                .filter(phrase -> phrase.key.equals(key))
                .limit(1)
                .map(phrase -> new Match(answer.row(), phrase.text, 1)))
        .sorted(BEST_FIRST)
        .toList();
  }

  /**
   * The answers of this scope that are pinned to a question that means the same, best first.
   *
   * @throws io.passim.inference.OverloadedException if too many questions wait for the encoder
   */
  List<Match> meantAlike(String question, DocumentScope scope) {
    QuestionShape shape = QuestionShape.of(question);
    List<Match> matches = new ArrayList<>();
    float[] vector = {};
    for (Pinned answer : within(scope).toList()) {
      List<Phrase> like =
          answer.phrases().stream().filter(phrase -> phrase.shape.isLike(shape)).toList();
      if (like.isEmpty() || !shape.isTelling()) {
        continue;
      }
      // Few questions come as far as this, so most are not encoded for it.
      vector = vector.length == 0 ? encoder.encodeQuestion(question) : vector;
      for (Phrase phrase : like) {
        matches.add(new Match(answer.row(), phrase.text, phrase.cosine(vector)));
      }
    }
    return matches.stream()
        .filter(match -> match.similarity() >= config.threshold())
        .sorted(BEST_FIRST)
        .toList();
  }

  private Stream<Pinned> within(DocumentScope scope) {
    return pinned.values().stream().filter(answer -> mayBeGiven(answer.row(), scope));
  }

  /** A text of one's own has no tags, no language and no date: any filter leaves it out. */
  private static boolean mayBeGiven(CuratedRow row, DocumentScope scope) {
    boolean filtered =
        !scope.tags().isEmpty()
            || !scope.languages().isEmpty()
            || scope.from() != null
            || scope.to() != null;
    return !(filtered && row.citation() == null)
        && (row.collectionIds().isEmpty()
            || scope.collectionIds().isEmpty()
            || !Collections.disjoint(row.collectionIds(), scope.collectionIds()));
  }

  /** An answer with what its questions are recognised by. */
  record Pinned(CuratedRow row, List<Phrase> phrases) {}

  /** A question or paraphrase. */
  static final class Phrase {
    private final String text;
    private final String key;
    private final QuestionShape shape;
    private final float[] vector;

    private Phrase(String text, float[] vector) {
      this.text = text;
      this.key = QuestionKey.of(text);
      this.shape = QuestionShape.of(text);
      this.vector = vector;
    }

    /** Of vectors of length 1; at most 1, whatever the rounding. */
    double cosine(float[] other) {
      double sum = 0;
      for (int i = 0; i < vector.length; i++) {
        sum += (double) vector[i] * other[i];
      }
      return Math.min(1, sum);
    }
  }

  /**
   * An answer that is pinned to a question like the one asked.
   *
   * @param phrase the question or paraphrase
   * @param similarity 1 if they are written alike, else the cosine
   */
  record Match(CuratedRow row, String phrase, double similarity) {}
}
