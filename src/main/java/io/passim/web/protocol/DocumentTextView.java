package io.passim.web.protocol;

import java.util.List;

/** The normalised text of a document and where its pages stand in it. */
public record DocumentTextView(String text, List<PageView> pages) {

  /** A page; {@code number} is counted from 1. */
  public record PageView(int number, int start, int end) {}
}
