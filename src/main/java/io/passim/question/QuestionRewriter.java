package io.passim.question;

import java.util.List;

/** Makes a question independent of its conversation. Stateless; shared between threads. */
public interface QuestionRewriter {
  /**
   * The standalone forms the question may mean, the likeliest first; at least one. A question that
   * leans on nothing gives itself alone, one that hardly does itself first.
   */
  List<StandaloneQuestion> rewrite(Question question, DialogueContext context);
}
