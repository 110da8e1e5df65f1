package io.passim.inference;

/**
 * A model's folder is incomplete, damaged or not what its manifest says. The message tells what.
 */
public final class ModelLoadException extends RuntimeException {
  public ModelLoadException(String message) {
    super(message);
  }

  public ModelLoadException(String message, Throwable cause) {
    super(message, cause);
  }
}
