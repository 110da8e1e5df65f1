package io.passim.review;

import io.passim.curate.CuratedDraft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an administrator decides about a question, not yet checked. */
public sealed interface Decision {
  /**
   * An answer is pinned to it.
   *
   * @param answer whose question, if it has none, is the one under review
   */
  record Pin(CuratedDraft answer) implements Decision {}

  /**
   * A document is missing.
   *
   * @param note which one
   */
  record Gap(@Nullable String note) implements Decision {}

  /**
   * It becomes a case of the regression dataset.
   *
   * @param question null for the one under review
   * @param context a text that the answers stand in, null if there is none at hand
   * @param answers what would be right; empty if the documents do not answer it
   */
  record Case(@Nullable String question, @Nullable String context, List<@Nullable String> answers)
      implements Decision {
    public Case {
      answers = Collections.unmodifiableList(new ArrayList<>(answers));
    }
  }

  /** Nothing is to be done. */
  record Dismissal(@Nullable String note) implements Decision {}
}
