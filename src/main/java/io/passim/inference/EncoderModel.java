package io.passim.inference;

/**
 * A loaded encoder: turns a text into a vector of length 1, such that texts of like meaning have a
 * dot product near 1. Shared between threads; hides the engine that runs it. What is longer than
 * the model takes counts only by its beginning.
 */
public interface EncoderModel {
  /** What the model says of itself. */
  ModelManifest manifest();

  /** Number of components of each vector. */
  int dimensions();

  /**
   * The vector of a question. Any thread may call, a virtual one too; it waits for its turn.
   *
   * @throws OverloadedException if as many questions wait as may wait, or the encoder is shutting
   *     down
   * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
   */
  float[] encodeQuestion(String question);

  /**
   * The vector of a passage, computed on the calling thread, which is to be a platform thread of
   * the caller's own: passages take no place from questions.
   *
   * @throws OverloadedException if the encoder is shutting down
   */
  float[] encodePassage(String passage);

  /** How many questions are encoded or wait for their turn now. */
  int places();
}
