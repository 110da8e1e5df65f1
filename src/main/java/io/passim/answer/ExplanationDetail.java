package io.passim.answer;

/** How much an answer says about why it is what it is. */
public enum ExplanationDetail {
  NONE,
  /** The values the stages computed anyway. */
  SCORES,
  /** Also what each word of the question meant to the reader, which costs further readings. */
  SCORES_AND_TOKENS
}
