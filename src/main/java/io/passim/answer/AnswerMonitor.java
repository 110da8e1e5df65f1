package io.passim.answer;

import org.jspecify.annotations.Nullable;

/** Follows an answer in the making and can stop it. Called on the answering thread. */
public interface AnswerMonitor {
  /** Sees nothing and never stops. */
  AnswerMonitor NONE =
      new AnswerMonitor() {
        @Override
        public void progress(
            Stage stage, int done, int total, @Nullable String standaloneQuestion) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * A stage has come further.
   *
   * @param done units finished: passages while reading
   * @param total units there are
   * @param standaloneQuestion what is searched for, once it is known
   */
  void progress(Stage stage, int done, int total, @Nullable String standaloneQuestion);

  /** Whether nobody waits for the answer any more. */
  boolean cancelled();

  /** Whether nobody waits for it in the first place: then everybody else's questions come first. */
  default boolean background() {
    return false;
  }

  /** The stages that take a person's time. */
  enum Stage {
    UNDERSTANDING,
    RETRIEVING,
    READING
  }
}
