package io.passim;

import org.apache.lucene.index.LeafReader;

/** What tools ask for that measure how long something takes. */
public final class Measurement {
  private Measurement() {}

  /**
   * Tests run with assertions, a server without; and Lucene has some that take longer than what
   * they check: each step of a search through the postings of a word looks at a whole block of
   * them.
   */
  public static void requireNoAssertions() {
    if (LeafReader.class.desiredAssertionStatus()) {
      throw new IllegalStateException("run with -DenableAssertions=false, as a server does");
    }
  }
}
