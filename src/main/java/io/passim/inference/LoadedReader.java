package io.passim.inference;

/** A reader that its holder has loaded and closes, once no lease of it is open. */
public interface LoadedReader extends ReaderModel, AutoCloseable {
  /** Waits for the runs in progress and frees what the reader holds. Call it once. */
  @Override
  void close();
}
