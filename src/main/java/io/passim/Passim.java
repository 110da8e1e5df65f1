package io.passim;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the server. */
@QuarkusMain
public final class Passim {
  private Passim() {}

  public static void main(String... arguments) {
    // A data directory may be given relative to the working directory, as any other path.
    System.setProperty("h2.implicitRelativePath", "true");
    Quarkus.run(arguments);
  }
}
