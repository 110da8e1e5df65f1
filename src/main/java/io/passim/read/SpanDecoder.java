package io.passim.read;

import io.passim.document.CharSpan;
import io.passim.inference.Token;
import io.passim.inference.WindowLogits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Logits → spans. Pure.
 *
 * <p>A span begins and ends at passage tokens of one window, does not end before it begins, and has
 * a limited number of tokens. It does not run over the end of a paragraph or a heading: words from
 * two of them never answer anything together. Its score is start plus end logit relative to the
 * window's null span (Devlin et al., <i>BERT</i>, 2019, section 4.3).
 *
 * @param maxTokens most tokens of a span, at least 1
 * @param limit most spans kept, at least 1
 */
record SpanDecoder(int maxTokens, int limit) {
  /** A blank line, by the rules of normalised text. */
  private static final String PARAGRAPH_END = "\n\n";

  private static final Comparator<TokenSpan> BEST_FIRST =
      Comparator.comparingDouble(TokenSpan::score)
          .reversed()
          .thenComparingInt(span -> span.span().start())
          .thenComparingInt(span -> span.span().end());

  SpanDecoder {
    if (maxTokens < 1 || limit < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an answer has at least one token, and there is at least one: %d, %d",
              maxTokens,
              limit));
    }
  }

  /** The best spans of one window over {@code text} that do not overlap each other, best first. */
  List<TokenSpan> decode(WindowLogits logits, String text) {
    boolean[] begins = paragraphBegins(logits.window().tokens(), text);
    List<TokenSpan> kept = new ArrayList<>();
    while (kept.size() < limit) {
      TokenSpan best = best(logits, begins, kept);
      if (best == null) {
        break;
      }
      kept.add(best);
    }
    return List.copyOf(kept);
  }

  /**
   * The best spans of the passage {@code text}, best first, from all windows of it. Where spans of
   * overlapping windows overlap in the text, only the best remains.
   */
  List<TokenSpan> decode(List<WindowLogits> windows, String text) {
    List<TokenSpan> kept = new ArrayList<>();
    windows.stream()
        .flatMap(window -> decode(window, text).stream())
        .sorted(BEST_FIRST)
        .filter(span -> kept.stream().noneMatch(k -> k.span().overlaps(span.span())))
        .limit(limit)
        .forEach(kept::add);
    return List.copyOf(kept);
  }

  /** The best span beside those taken; the first of equals; null if there is none. */
  private @Nullable TokenSpan best(WindowLogits logits, boolean[] begins, List<TokenSpan> taken) {
    List<Token> tokens = logits.window().tokens();
    TokenSpan best = null;
    for (int first = 0; first < tokens.size(); first++) {
      if (!canBound(tokens.get(first))) {
        continue;
      }
      int end = first + Math.min(maxTokens, tokens.size() - first);
      for (int last = first; last < end && isPassage(tokens.get(last)); last++) {
        if (last > first && begins[last]) {
          break;
        }
        if (canBound(tokens.get(last))
            && (best == null || sum(logits, first, last) > sum(best))
            && isFree(taken, first, last)) {
          best = span(logits, first, last);
        }
      }
    }
    return best;
  }

  /** Which tokens are the first of their paragraph, but for the first of all. */
  private static boolean[] paragraphBegins(List<Token> tokens, String text) {
    boolean[] begins = new boolean[tokens.size()];
    int end = -1;
    for (int i = 0; i < begins.length; i++) {
      CharSpan span = tokens.get(i).span();
      if (span != null && isPassage(tokens.get(i))) {
        begins[i] =
            end >= 0
                && end < span.start()
                && text.substring(end, span.start()).contains(PARAGRAPH_END);
        end = span.end();
      }
    }
    return begins;
  }

  private static boolean isPassage(Token token) {
    return token.segment() == Token.Segment.PASSAGE;
  }

  private static boolean canBound(Token token) {
    return isPassage(token) && token.span() != null && token.span().length() > 0;
  }

  private static boolean isFree(List<TokenSpan> taken, int first, int last) {
    return taken.stream().noneMatch(t -> first <= t.lastToken() && t.firstToken() <= last);
  }

  private static double sum(WindowLogits logits, int first, int last) {
    return (double) logits.start(first) + logits.end(last);
  }

  private static double sum(TokenSpan span) {
    return (double) span.startLogit() + span.endLogit();
  }

  private static TokenSpan span(WindowLogits logits, int first, int last) {
    List<Token> tokens = logits.window().tokens();
    CharSpan from = Objects.requireNonNull(tokens.get(first).span());
    CharSpan to = Objects.requireNonNull(tokens.get(last).span());
    return new TokenSpan(
        first,
        last,
        new CharSpan(from.start(), Math.max(from.end(), to.end())),
        logits.start(first),
        logits.end(last),
        logits.nullLogit());
  }
}
