package io.passim.conversation;

import io.passim.document.Problem;
import io.passim.question.Question;
import io.passim.store.CollectionRecords;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets through what can be asked. */
@ApplicationScoped
class QuestionCheck {
  private final ConversationConfig config;
  private final CollectionRecords collections;

  QuestionCheck(ConversationConfig config, CollectionRecords collections) {
    this.config = config;
    this.collections = collections;
  }

  /**
   * The question that was meant.
   *
   * @throws InvalidQuestionException if it is blank or too long, or a collection does not exist
   */
  Question check(AskRequest request) {
    String text = request.question();
    if (text.isBlank()) {
      throw new InvalidQuestionException(new Problem("question_empty", "Type a question first."));
    }
    if (text.length() > config.maxQuestionLength()) {
      throw new InvalidQuestionException(
          new Problem(
              "question_too_long",
              "The question has "
                  + text.length()
                  + " characters; at most "
                  + config.maxQuestionLength()
                  + " are read."));
    }
    for (String id : request.scope().collectionIds()) {
      if (collections.find(id).isEmpty()) {
        throw new InvalidQuestionException(
            new Problem("collection_not_found", "There is no collection \"" + id + "\"."));
      }
    }
    return new Question(text, request.scope(), request.standalone());
  }
}
