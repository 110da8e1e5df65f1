package io.passim.ingest.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A tool, not a test: writes the corpus and the hostile set to a directory, for {@code
 * scripts/measure-ingest.mjs}.
 *
 * <pre>./mvnw -B -Dfrontend.skip=true test -Dtest=CorpusWriter -Dout=DIRECTORY [-Dfiles=300]</pre>
 */
class CorpusWriter {
  private static final String NOWHERE = "http://127.0.0.1:1/";

  @Test
  void write() throws IOException {
    Path out = Path.of(Objects.requireNonNull(System.getProperty("out"), "set -Dout"));
    CorpusFiles.generate(out, Integer.getInteger("files", 300), 1, 1);
    List<HostileFile> hostile = new ArrayList<>(HostileZips.all());
    hostile.addAll(HostilePdfs.all(NOWHERE, "/etc/passwd"));
    hostile.addAll(HostileMarkup.entitiesThatUnfold());
    hostile.addAll(HostileMarkup.referencesOutside(NOWHERE, "/etc/passwd"));
    hostile.addAll(HostileMarkup.nestedAndSlow());
    int number = 0;
    for (HostileFile file : hostile) {
      String name = Filenames.sanitise(file.name());
      Files.write(out.resolve("hostile-" + number++ + "-" + name), file.content());
    }
  }
}
