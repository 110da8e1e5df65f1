package io.passim.conversation;

/** There is no such conversation, or it has been deleted. */
public class ConversationNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConversationNotFoundException() {
    super("The conversation has been deleted. Begin a new one.");
  }
}
