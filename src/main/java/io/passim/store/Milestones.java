package io.passim.store;

/** What happens once in the life of a data directory. Any thread may call any method. */
public interface Milestones {
  boolean reached(String name);

  /** Remembers that {@code name} has happened; a second time is no error. */
  void reach(String name);
}
