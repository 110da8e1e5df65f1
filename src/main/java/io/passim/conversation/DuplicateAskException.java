package io.passim.conversation;

/** The same question, by its client's id, is running or answered already: nothing is to be done. */
public class DuplicateAskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DuplicateAskException(String askId) {
    super("question " + askId + " has been asked before");
  }
}
