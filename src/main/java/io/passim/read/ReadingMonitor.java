package io.passim.read;

/** Follows a reading and can stop it. Called on the reading thread, while others compute. */
public interface ReadingMonitor {
  /**
   * Some passages have been read.
   *
   * @param done passages read so far
   * @param total most passages that will be read; fewer are if the first ones suffice
   */
  void progress(int done, int total);

  /** Whether nobody waits for the answer any more. */
  boolean cancelled();

  /** Whether nobody waits for it in the first place: then everybody else's readings come first. */
  default boolean background() {
    return false;
  }
}
