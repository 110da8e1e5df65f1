package io.passim.web.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The normalised text of a document and where its pages stand in it. */
public record DocumentTextView(String text, List<PageView> pages) {

  /**
   * A page; {@code number} is counted from 1, {@code label} is what is printed on it where that is
   * not its number. Of one that is {@code recognised} a {@link PageWordsView} has words.
   */
  public record PageView(
      int number, @Nullable String label, int start, int end, boolean recognised) {}
}
