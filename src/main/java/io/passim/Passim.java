package io.passim;

import io.passim.command.DataDirectory;
import io.passim.command.EvaluateCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;

/** Starts the server, or does what the first argument says instead. */
@QuarkusMain
public final class Passim {
  private Passim() {}

  public static void main(String... arguments) {
    Path data = DataDirectory.configured();
    // H2 takes no path that is relative to the working directory; nothing outranks a property.
    System.setProperty(DataDirectory.KEY, data.toString());
    if (arguments.length > 0 && arguments[0].equals(EvaluateCommand.NAME)) {
      int refused = EvaluateCommand.prepare(data, arguments);
      if (refused != 0) {
        System.exit(refused);
      }
      Quarkus.run(EvaluateCommand.class, arguments);
    } else {
      Quarkus.run(arguments);
    }
  }
}
