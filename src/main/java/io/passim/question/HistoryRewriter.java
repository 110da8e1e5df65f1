package io.passim.question;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.index.PassageIndex;
import io.passim.question.DialogueContext.QuotedAnswer;
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
 * inverse document frequency, as in Historical Query Expansion, among those that are asked. A short
 * question that nothing else marks as a follow-up is read as it was asked before that.
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
  @WithSpan("understand")
  public List<StandaloneQuestion> rewrite(Question question, DialogueContext context) {
    if (question.standalone() || context.turns().isEmpty()) {
      return List.of(StandaloneQuestion.asAsked(question));
    }
    List<Turn> turns =
        context.turns().stream().map(turn -> within(question.scope(), turn)).toList();
    Turn last = turns.getLast();
    Optional<String> continuation = FollowUpCues.continuation(question.text());
    int words = telling(question.text(), question.scope()).size();
    String plain = FollowUpCues.withoutConnective(question.text());
    Optional<Word> pronoun = words < ENOUGH_WORDS ? FollowUpCues.pronoun(plain) : Optional.empty();
    boolean cued = continuation.isPresent() || pronoun.isPresent();
    if (!cued && words >= FEW_WORDS) {
      return List.of(StandaloneQuestion.asAsked(question));
    }
    boolean whole = !cued && FollowUpCues.hasVerb(question.text());
    List<StandaloneQuestion> readings = new ArrayList<>();
    if (whole) {
      readings.add(StandaloneQuestion.asAsked(question));
    }
    continuation.ifPresent(rest -> readings.add(continued(question, rest, turns)));
    List<String> topic = topic(question, last);
    pronoun.ifPresent(word -> readings.addAll(resolved(question, plain, word, last, topic)));
    if (!topic.isEmpty()) {
      String begun = FollowUpCues.withoutQuestionMark(plain);
      String text = begun + " " + String.join(" ", topic) + "?";
      readings.add(reading(question, text, topic, last.questionSources()));
    }
    if (!whole) {
      readings.add(reading(question, question.text(), List.of(), Set.of()));
    }
    return List.copyOf(readings);
  }

  /**
   * A turn without words that were quoted outside the scope: whoever asks within it may see none.
   */
  private Turn within(DocumentScope scope, Turn turn) {
    if (scope.equals(DocumentScope.EVERYWHERE)) {
      return turn;
    }
    boolean kept = turn.questionSources().stream().allMatch(id -> index.holds(id, scope));
    QuotedAnswer answer = turn.answer();
    return new Turn(
        turn.question(),
        kept ? turn.standaloneQuestion() : turn.question(),
        kept ? turn.questionSources() : Set.of(),
        answer != null && index.holds(answer.source(), scope) ? answer : null);
  }

  private static StandaloneQuestion reading(
      Question question, String text, List<String> carried, Set<DocumentId> sources) {
    return new StandaloneQuestion(
        text,
        question.text(),
        question.scope(),
        new FollowUp(true, carried, sources, List.of(text)));
  }

  /** Continues the latest question that was not itself a continuation. */
  private StandaloneQuestion continued(Question question, String rest, List<Turn> turns) {
    Turn base = turns.getLast();
    for (Turn turn : turns.reversed()) {
      base = turn;
      if (FollowUpCues.continuation(turn.question()).isEmpty()) {
        break;
      }
    }
    String begun = FollowUpCues.withoutQuestionMark(base.standaloneQuestion());
    return reading(
        question, begun + " " + rest + "?", topic(question, base), base.questionSources());
  }

  private static List<StandaloneQuestion> resolved(
      Question question, String plain, Word pronoun, Turn last, List<String> topic) {
    List<StandaloneQuestion> readings = new ArrayList<>();
    if (!topic.isEmpty()) {
      String text = replace(plain, pronoun, String.join(" ", topic));
      readings.add(reading(question, text, topic, last.questionSources()));
    }
    QuotedAnswer answer = last.answer();
    if (answer != null && isName(answer.text())) {
      String text = replace(plain, pronoun, answer.text());
      readings.add(reading(question, text, List.of(answer.text()), Set.of(answer.source())));
    }
    return readings;
  }

  private static boolean isName(String answer) {
    return FollowUpCues.words(answer).size() <= LONGEST_NAME_WORDS
        && answer.chars().noneMatch(Character::isDigit);
  }

  private static String replace(String question, Word pronoun, String by) {
    return question.substring(0, pronoun.start()) + by + question.substring(pronoun.end());
  }

  /** The most telling words of the earlier question that this one lacks, in their order there. */
  private List<String> topic(Question question, Turn last) {
    Set<String> own =
        FollowUpCues.words(question.text()).stream().map(Word::folded).collect(Collectors.toSet());
    Map<Word, Double> telling = telling(last.standaloneQuestion(), question.scope());
    return telling.keySet().stream()
        .filter(word -> !own.contains(word.folded()))
        .sorted(
            Comparator.comparingDouble((Word word) -> telling.getOrDefault(word, 0.0)).reversed())
        .limit(MAX_CARRIED)
        .sorted(Comparator.comparingInt(Word::start))
        .map(Word::text)
        .toList();
  }

  /** The words that tell passages apart, in their order, with how much. */
  private Map<Word, Double> telling(String text, DocumentScope scope) {
    List<Word> words = FollowUpCues.words(text);
    Map<String, Double> frequencies =
        index.inverseDocumentFrequencies(text, words.stream().map(Word::folded).toList(), scope);
    Map<Word, Double> telling = new LinkedHashMap<>();
    for (Word word : words) {
      double frequency = frequencies.getOrDefault(word.folded(), 0.0);
      if (frequency > 0) {
        telling.put(word, frequency);
      }
    }
    return telling;
  }
}
