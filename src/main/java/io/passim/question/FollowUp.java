package io.passim.question;

import java.util.List;

/**
 * How a question was understood in its conversation.
 *
 * @param detected whether it leans on earlier turns
 * @param carried the words taken from them
 * @param candidates the standalone forms that were tried, the chosen one first
 */
public record FollowUp(boolean detected, List<String> carried, List<String> candidates) {
  /** A question that stands on its own. */
  public static final FollowUp NONE = new FollowUp(false, List.of(), List.of());

  public FollowUp {
    carried = List.copyOf(carried);
    candidates = List.copyOf(candidates);
  }
}
