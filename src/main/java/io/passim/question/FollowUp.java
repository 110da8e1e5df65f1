package io.passim.question;

import io.passim.document.DocumentId;
import java.util.List;
import java.util.Set;

/**
 * How a question was understood in its conversation.
 *
 * @param detected whether it leans on earlier turns
 * @param carried the words taken from them
 * @param sources documents whose words, quoted in earlier answers, are in any of the candidates
 * @param candidates the standalone forms that were tried, the chosen one first
 */
public record FollowUp(
    boolean detected, List<String> carried, Set<DocumentId> sources, List<String> candidates) {
  /** A question that stands on its own. */
  public static final FollowUp NONE = new FollowUp(false, List.of(), Set.of(), List.of());

  public FollowUp {
    carried = List.copyOf(carried);
    sources = Set.copyOf(sources);
    candidates = List.copyOf(candidates);
  }

  /** The same, after these forms with words of these documents were tried. */
  FollowUp tried(List<String> forms, Set<DocumentId> lenders) {
    return detected ? new FollowUp(true, carried, lenders, forms) : this;
  }
}
