package io.passim.ingest.parse;

import org.jspecify.annotations.Nullable;

/** A list of XHTML that is open. */
final class XhtmlList {
  /** What stands before the items of a list that has no numbers. */
  static final String BULLET = "- ";

  /** The number of its next item, 0 if its items have none. */
  private int next;

  /**
   * @param start the number of its first item as the file has it
   */
  XhtmlList(boolean numbered, @Nullable String start) {
    next = numbered ? 1 : 0;
    if (numbered && start != null && start.matches("[0-9]{1,6}")) {
      next = Integer.parseInt(start);
    }
  }

  /** What stands before its next item. */
  String marker() {
    return next == 0 ? BULLET : next++ + ") ";
  }
}
