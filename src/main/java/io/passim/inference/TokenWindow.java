package io.passim.inference;

import io.passim.document.CharSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * The question and as much of one passage as fits, the way the model takes them.
 *
 * @param passage index of the passage in the list that was encoded
 * @param tokens in the model's order; the first stands for "no answer"
 */
public record TokenWindow(int passage, List<Token> tokens) {
  public TokenWindow {
    tokens = List.copyOf(tokens);
    if (passage < 0) {
      throw new IllegalArgumentException("passages are counted from 0: " + passage);
    }
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("a window has at least the token for no answer");
    }
  }

  /** Number of tokens. */
  public int length() {
    return tokens.size();
  }

  /** The same window with every question token inside {@code word} replaced by {@code id}. */
  TokenWindow withQuestionWord(CharSpan word, long id) {
    List<Token> replaced = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      replaced.add(
          token.isWithin(Token.Segment.QUESTION, word)
              ? new Token(id, token.type(), token.segment(), token.span())
              : token);
    }
    return new TokenWindow(passage, replaced);
  }
}
