package io.passim.answer;

import java.util.List;

/** Answers with other readers than the server's, for comparison. Any thread may call. */
public interface OtherReaders {
  /** The readers in the models directory, the server's among them, by name. */
  List<AvailableReader> list();

  /**
   * The pipeline with a reader of {@link #list}, its own calibration and its own name in what it
   * answers. The server's reader stays loaded; another one is loaded beside it until this is
   * closed, and gives way to the server's readings.
   *
   * @throws io.passim.inference.ModelLoadException if there is no such reader or it cannot be used,
   *     saying why without paths
   */
  Opened open(String name);

  /** A pipeline whose reader is there until it is closed. Closed once, by one thread. */
  interface Opened extends AutoCloseable {
    QuestionAnswerer answerer();

    @Override
    void close();
  }
}
