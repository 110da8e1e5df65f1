package io.passim.question;

import io.passim.index.PassageIndex;
import io.passim.question.DialogueContext.Turn;
import io.passim.question.FollowUpCues.Word;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rewrites a follow-up from the words of the turn before it.
 *
 * <p>Three readings are offered: the earlier question continued ("And for part-time staff?"), a
 * pronoun replaced by the earlier topic or answer ("How long does it last?"), and the earlier topic
 * words added behind the question. The topic words are those that tell passages apart best, by
 * inverse document frequency, as in Historical Query Expansion.
 */
@ApplicationScoped
class HistoryRewriter implements QuestionRewriter {
  /** Topic words carried into a question: more of them drown its own. */
  private static final int MAX_CARRIED = 3;

  /** With fewer telling words than this a question hardly stands alone. */
  private static final int FEW_WORDS = 2;

  /** With so many telling words of its own, "it" in a question is hardly about an earlier one. */
  private static final int ENOUGH_WORDS = 4;

  /** An answer longer than this is a statement, not a name a pronoun stands for. */
  private static final int LONGEST_NAME_WORDS = 5;

  private final PassageIndex index;

  HistoryRewriter(PassageIndex index) {
    this.index = index;
  }

  @Override
  public List<StandaloneQuestion> rewrite(Question question, DialogueContext context) {
    if (question.standalone() || context.turns().isEmpty()) {
      return List.of(asAsked(question));
    }
    Turn last = context.turns().getLast();
    Optional<String> continuation = FollowUpCues.continuation(question.text());
    int words = telling(question.text()).size();
    Optional<Word> pronoun =
        words < ENOUGH_WORDS ? FollowUpCues.pronoun(question.text()) : Optional.empty();
    boolean sparse = words < FEW_WORDS;
    if (continuation.isEmpty() && pronoun.isEmpty() && !sparse) {
      return List.of(asAsked(question));
    }
    List<String> carried = carried(question, last);
    Map<String, List<String>> readings = new LinkedHashMap<>();
    continuation.ifPresent(rest ->
        readings.put(
            FollowUpCues.withoutQuestionMark(last.standaloneQuestion()) + " " + rest + "?",
            carried));
    pronoun.ifPresent(word -> readings.putAll(resolved(question.text(), word, last, carried)));
    if (!carried.isEmpty()) {
      String plain =
          FollowUpCues.withoutQuestionMark(FollowUpCues.withoutConnective(question.text()));
      readings.putIfAbsent(plain + " " + String.join(" ", carried) + "?", carried);
    }
    readings.putIfAbsent(question.text(), List.of());
    return standalone(question, readings);
  }

  private static StandaloneQuestion asAsked(Question question) {
    return new StandaloneQuestion(
        question.text(), question.text(), question.collectionIds(), FollowUp.NONE);
  }

  private static List<StandaloneQuestion> standalone(
      Question question, Map<String, List<String>> readings) {
    List<String> texts = List.copyOf(readings.keySet());
    List<StandaloneQuestion> questions = new ArrayList<>();
    readings.forEach((text, carried) ->
        questions.add(
            new StandaloneQuestion(
                text,
                question.text(),
                question.collectionIds(),
                new FollowUp(true, carried, texts))));
    return questions;
  }

  private Map<String, List<String>> resolved(
      String question, Word pronoun, Turn last, List<String> carried) {
    Map<String, List<String>> readings = new LinkedHashMap<>();
    if (!carried.isEmpty()) {
      readings.put(replace(question, pronoun, String.join(" ", carried)), carried);
    }
    String answer = last.answer();
    if (answer != null
        && FollowUpCues.words(answer).size() <= LONGEST_NAME_WORDS
        && answer.chars().noneMatch(Character::isDigit)) {
      readings.put(replace(question, pronoun, answer), List.of(answer));
    }
    return readings;
  }

  private static String replace(String question, Word pronoun, String by) {
    return question.substring(0, pronoun.start()) + by + question.substring(pronoun.end());
  }

  /** The most telling words of the earlier question that this one lacks, in their order there. */
  private List<String> carried(Question question, Turn last) {
    Set<String> own =
        FollowUpCues.words(question.text()).stream().map(Word::folded).collect(Collectors.toSet());
    List<Word> candidates =
        telling(last.standaloneQuestion()).stream()
            .filter(word -> !own.contains(word.folded()))
            .toList();
    return candidates.stream()
        .sorted(Comparator.comparingDouble((Word word) -> idf(word)).reversed())
        .limit(MAX_CARRIED)
        .sorted(Comparator.comparingInt(Word::start))
        .map(Word::text)
        .toList();
  }

  private List<Word> telling(String text) {
    return FollowUpCues.words(text).stream().filter(word -> idf(word) > 0).toList();
  }

  private double idf(Word word) {
    return index.inverseDocumentFrequency(word.folded());
  }
}
