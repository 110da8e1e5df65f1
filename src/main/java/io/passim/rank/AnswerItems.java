package io.passim.rank;

import io.passim.document.CharSpan;
import io.passim.document.ListMarker;
import io.passim.document.Passage;
import io.passim.read.CandidateSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Several answers that stand together in one passage: the items of a list, where the question asks
 * for more than one thing and the reader has seen more than one item; or spans that nothing but a
 * comma or an "and" parts, each as good as the other. Pure.
 */
final class AnswerItems {
  /** Most logits between spans that answer together. */
  private static final double SIMILAR_SCORE = 3;

  /** Share of an item's words that the reader must have taken for the answer. */
  private static final double MOST_OF_IT = 0.5;

  /** Most UTF-16 code units of an item that takes several lines. */
  static final int MAX_LENGTH = 2000;

  /** Most lines of one. */
  static final int MAX_LINES = 20;

  private static final String MARKER = "[ \\t]*" + ListMarker.ANY + "[ \\t]+";

  private static final Pattern ITEM = Pattern.compile("^" + MARKER + "(.*)$", Pattern.MULTILINE);

  /** Further lines of an item before the line of the next: none after the end of a sentence. */
  private static final Pattern WRAPPED = wrapped("\\S");

  /** Further lines of the last item, after which other text may begin. */
  private static final Pattern WRAPPED_LAST = wrapped("[\\p{Ll}\\p{Nd}(]");

  /** No noun follows "which" or "what" directly. */
  private static final String VERB = "(?!(?:is|was|does|did|do|has|had|have)\\b)";

  private static final Pattern SEVERAL =
      Pattern.compile(
          String.join(
              "|",
              // Which documents ..., what opening hours ...
              "\\b(?:which|what)\\s+(?:"
                  + VERB
                  + "\\p{L}+\\s+){0,2}?"
                  + VERB
                  + "\\p{L}+[^\\P{L}isu]s"
                  + "(?=\\s*\\?|$|\\s+(?:does|do|did|are|were|must|should|can|may|will|would|have|had|need|to|i|we|you)\\b)",
              "\\b(?:what|who|which)\\s+(?:are|were)\\b",
              // Where are the offices ..., when are the meetings ...
              "\\b(?:where|when)\\s+(?:are|were)\\s+(?:\\p{L}+\\s+){0,2}?\\p{L}+[^\\P{L}isu]s\\b",
              "\\bwhat\\s+(?:do|should|must|can)\\s+(?:i|we|you|they)\\b",
              "^(?:please\\s+)?(?:list|name)\\b",
              "\\b(?:les)?quel(?:s|les)\\b",
              "\\b(?:où|qui|quand)\\s+(?:sont|étaient|ont\\s+lieu|se\\s+(?:trouvent|situent|tiennent))\\b",
              "\\b(?:que|de quoi|qu'est-ce que?)\\b.*\\b(?:dois|doit|doivent|faut|puis|peut|besoin)\\b"));

  private static final Pattern JOINED =
      Pattern.compile(
          "\\s*[,;]\\s*(?:(?:and|or|et|ou)\\s+)?|\\s+(?:and|or|et|ou)\\s+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TRAILING = Pattern.compile("[\\s,;.]+$");

  private AnswerItems() {}

  /**
   * Where the answers stand in the best one's document, in its order; null if there is but one.
   *
   * @param answers most confident first
   */
  static @Nullable Items of(String question, List<RankedAnswer> answers) {
    if (answers.isEmpty()) {
      return null;
    }
    CandidateSpan best = answers.getFirst().best();
    List<CandidateSpan> beside =
        answers.stream()
            .skip(1)
            .map(RankedAnswer::best)
            .filter(other -> other.passage().passage().equals(best.passage().passage()))
            .toList();
    List<CharSpan> items =
        SEVERAL.matcher(question.toLowerCase(Locale.ROOT).replace('’', '\'')).find()
            ? itemsOfTheList(best, beside)
            : List.of();
    List<CharSpan> spans = items.isEmpty() ? joined(best, beside) : items;
    return spans.isEmpty() ? null : new Items(best.passage().passage(), spans);
  }

  /** Whether the first line of a text is that of a list's item. */
  static boolean beginsWithItem(String text) {
    return ITEM.matcher(text).lookingAt();
  }

  private static List<CharSpan> itemsOfTheList(CandidateSpan best, List<CandidateSpan> beside) {
    for (List<CharSpan> list : lists(best.passage().passage())) {
      boolean answered =
          list.stream()
              .anyMatch(item ->
                  item.overlaps(best.span())
                      && common(item, best.span()) >= MOST_OF_IT * item.length());
      boolean seen =
          list.stream().filter(item -> item.overlaps(best.span())).count() > 1
              || beside.stream()
                  .anyMatch(other ->
                      list.stream()
                          .anyMatch(
                              item -> item.overlaps(other.span()) && !item.overlaps(best.span())));
      if (answered && seen) {
        return list;
      }
    }
    return List.of();
  }

  /** Runs of items, each of a line that begins as one does, in the document's offsets. */
  static List<List<CharSpan>> lists(Passage passage) {
    String text = passage.text();
    List<MatchResult> items = ITEM.matcher(text).results().toList();
    List<List<CharSpan>> lists = new ArrayList<>();
    int end = -1;
    for (int i = 0; i < items.size(); i++) {
      MatchResult item = items.get(i);
      boolean goesOn = end >= 0 && text.substring(end, item.start()).isBlank();
      if (!goesOn) {
        lists.add(new ArrayList<>());
      }
      end = end(text, item, i + 1 < items.size() ? items.get(i + 1) : null);
      String words = TRAILING.matcher(text.substring(item.start(1), end)).replaceFirst("");
      if (!words.isEmpty()) {
        lists
            .getLast()
            .add(
                new CharSpan(item.start(1), item.start(1) + words.length())
                    .shift(passage.span().start()));
      }
    }
    lists.removeIf(list -> list.size() < 2);
    return lists;
  }

  /**
   * Where an item ends whose first line is {@code item}. So many lines that nobody would have
   * written them for one item are other text, such as rows of figures.
   */
  private static int end(String text, MatchResult item, @Nullable MatchResult next) {
    int end = next == null ? -1 : endOf(WRAPPED, text, item.end());
    if (next == null || end + 1 != next.start()) {
      end = endOf(WRAPPED_LAST, text, item.end());
    }
    CharSpan lines = new CharSpan(item.start(1), end);
    return lines.length() <= MAX_LENGTH && lines.of(text).lines().count() <= MAX_LINES
        ? end
        : item.end();
  }

  private static int endOf(Pattern lines, String text, int from) {
    Matcher matcher = lines.matcher(text).useTransparentBounds(true).region(from, text.length());
    return matcher.lookingAt() ? matcher.end() : from;
  }

  /**
   * Lines without a marker, each begun so or indented. Nothing is given back ({@code ++}), since
   * thousands of lines would otherwise take as many frames of the stack.
   */
  private static Pattern wrapped(String beginning) {
    return Pattern.compile(
        "(?:\\n(?!"
            + MARKER
            + ")(?:(?<![.;:!?]\\n)[ \\t]*(?="
            + beginning
            + ")|[ \\t]{2,}(?=\\S)).*)++");
  }

  /** The best span and those that go on where it or another of them ends or begins. */
  private static List<CharSpan> joined(CandidateSpan best, List<CandidateSpan> beside) {
    List<CharSpan> good =
        beside.stream()
            .filter(other ->
                other.score() > 0 && Math.abs(best.score() - other.score()) <= SIMILAR_SCORE)
            .map(CandidateSpan::span)
            .toList();
    List<CharSpan> joined = new ArrayList<>(List.of(best.span()));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (CharSpan other : good) {
        if (areJoined(best.passage().passage(), other, joined.getFirst())) {
          joined.addFirst(other);
          grown = true;
        } else if (areJoined(best.passage().passage(), joined.getLast(), other)) {
          joined.addLast(other);
          grown = true;
        }
      }
    }
    return joined.size() == 1 ? List.of() : List.copyOf(joined);
  }

  private static boolean areJoined(Passage passage, CharSpan first, CharSpan second) {
    return first.end() < second.start()
        && JOINED
            .matcher(
                passage.textAt(new CharSpan(/* start= */ first.end(), /* end= */ second.start())))
            .matches();
  }

  private static int common(CharSpan one, CharSpan other) {
    return Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
  }
}
