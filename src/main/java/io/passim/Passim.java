package io.passim;

import io.passim.command.EvaluateCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Objects;

/** Starts the server, or does what the first argument says instead. */
@QuarkusMain
public final class Passim {
  private static final String DATA_DIRECTORY = "passim.data-directory";
  private static final String DEFAULT_DATA_DIRECTORY = "data";

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
    if (arguments.length > 0 && arguments[0].equals(EvaluateCommand.NAME)) {
      Path data = Path.of(directory.isBlank() ? DEFAULT_DATA_DIRECTORY : directory);
      int refused = EvaluateCommand.prepare(data.toAbsolutePath(), arguments);
      if (refused != 0) {
        System.exit(refused);
      }
      Quarkus.run(EvaluateCommand.class, arguments);
    } else {
      Quarkus.run(arguments);
    }
  }
}
