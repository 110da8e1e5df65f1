package io.passim.read;

import io.passim.inference.ReaderModel;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads with other models than the server's, by the same settings. Any thread may call. */
@ApplicationScoped
public class PassageReaders {
  private final ReadConfig config;

  PassageReaders(ReadConfig config) {
    this.config = config;
  }

  /** Reads with a model, as long as that is open. */
  public PassageReader of(ReaderModel model) {
    return new WindowPassageReader(model, config);
  }
}
