package io.passim.read;

import io.passim.document.CharSpan;
import io.passim.inference.ReaderLease;
import io.passim.inference.Token;
import io.passim.inference.TokenWindow;
import io.passim.read.PassageReader.QuestionTokenWeight;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures what each word of the question gives to an answer: reads the passage again with the word
 * masked and takes the change of the span's score (Zeiler and Fergus, <i>Visualizing and
 * Understanding Convolutional Networks</i>, 2014, section 4.2; Li et al., <i>Understanding Neural
 * Networks through Representation Erasure</i>, 2016). Immutable; used by any thread.
 *
 * @param words most words that are masked, the longest ones if the question has more
 */
record OcclusionAttribution(int words) {

  /**
   * Reads up to {@code words + 1} variants of one window. Words that the reader does not see, such
   * as those at the end of a question that is too long for it, have no weight.
   *
   * @param answer span in the passage
   * @return in the order of the question; empty if no window holds the whole answer
   */
  List<QuestionTokenWeight> attribute(
      ReaderLease lease, String question, String passage, CharSpan answer) {
    for (TokenWindow window : lease.encode(question, List.of(passage))) {
      int[] tokens = tokensOf(window, answer);
      if (tokens.length > 0) {
        return attribute(lease, question, window, tokens[0], tokens[tokens.length - 1]);
      }
    }
    return List.of();
  }

  /** The window's tokens that touch the answer; none if the window cuts it. */
  private static int[] tokensOf(TokenWindow window, CharSpan answer) {
    int[] touching =
        IntStream.range(0, window.length())
            .filter(i -> isPartOf(window.tokens().get(i), answer))
            .toArray();
    boolean whole =
        touching.length > 0
            && startOf(window.tokens().get(touching[0])) <= answer.start()
            && endOf(window.tokens().get(touching[touching.length - 1])) >= answer.end();
    return whole ? touching : new int[0];
  }

  private static boolean isPartOf(Token token, CharSpan answer) {
    return token.segment() == Token.Segment.PASSAGE
        && token.span() != null
        && token.span().overlaps(answer);
  }

  private static int startOf(Token token) {
    return token.span() == null ? Integer.MAX_VALUE : token.span().start();
  }

  private static int endOf(Token token) {
    return token.span() == null ? 0 : token.span().end();
  }

  private List<QuestionTokenWeight> attribute(
      ReaderLease lease, String question, TokenWindow window, int first, int last) {
    List<Occlusion> occlusions = occlusions(lease, question, window);
    List<TokenWindow> variants =
        Stream.concat(Stream.of(window), occlusions.stream().map(Occlusion::window)).toList();
    List<Double> scores =
        lease.run(variants).stream()
            .map(logits -> (double) logits.start(first) + logits.end(last) - logits.nullLogit())
            .toList();
    return IntStream.range(0, occlusions.size())
        .mapToObj(i ->
            new QuestionTokenWeight(
                occlusions.get(i).word().of(question), scores.getFirst() - scores.get(i + 1)))
        .toList();
  }

  /** The longest words that the reader sees, in order: of a long question it is given a part. */
  private List<Occlusion> occlusions(ReaderLease lease, String question, TokenWindow window) {
    return wordsOf(question).stream()
        .map(word -> new Occlusion(word, lease.occlude(window, word)))
        .filter(occlusion -> !occlusion.window().equals(window))
        .sorted(Comparator.comparingInt(Occlusion::length).reversed())
        .limit(words)
        .sorted(Comparator.comparingInt(Occlusion::start))
        .toList();
  }

  /** Words with a letter or digit, in order. */
  private static List<CharSpan> wordsOf(String question) {
    BreakIterator boundaries = BreakIterator.getWordInstance(Locale.ROOT);
    boundaries.setText(question);
    List<CharSpan> found = new ArrayList<>();
    int start = boundaries.first();
    for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      CharSpan word = new CharSpan(start, end);
      if (word.of(question).codePoints().anyMatch(Character::isLetterOrDigit)) {
        found.add(word);
      }
      start = end;
    }
    return found;
  }

  /**
   * A word and the window in which it cannot be read.
   *
   * @param word in the question
   */
  private record Occlusion(CharSpan word, TokenWindow window) {
    int start() {
      return word.start();
    }

    int length() {
      return word.length();
    }
  }
}
