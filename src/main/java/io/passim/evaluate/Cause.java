package io.passim.evaluate;

/** Why a question was not answered rightly. */
public enum Cause {
  /** None of the passages that were retrieved for it holds a reference answer. */
  NOT_RETRIEVED,
  /** One of them does, but the reader stopped before it. */
  NOT_READ,
  /** It was read, and other words were taken from it, or none. */
  WRONG_SPAN,
  /** The right words stood below others, at any rank, or beside them as items of a list. */
  RANKED_BELOW,
  /** The right words stood first, but below the threshold. */
  HELD_BACK,
  /** The question has no answer, and was answered. */
  ANSWERED_ANYWAY
}
