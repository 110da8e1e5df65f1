package io.passim;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Objects;

/** Starts the server. */
@QuarkusMain
public final class Passim {
  private static final String DATA_DIRECTORY = "passim.data-directory";

  private Passim() {}

  public static void main(String... arguments) {
    String directory =
        Objects.requireNonNullElse(
            System.getProperty(DATA_DIRECTORY),
            Objects.requireNonNullElse(System.getenv("PASSIM_DATA_DIR"), ""));
    if (!directory.isBlank()) {
      // H2 takes no path that is relative to the working directory.
      System.setProperty(DATA_DIRECTORY, Path.of(directory).toAbsolutePath().toString());
    }
    Quarkus.run(arguments);
  }
}
