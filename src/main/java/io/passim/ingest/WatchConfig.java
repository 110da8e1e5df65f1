package io.passim.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A directory of this machine whose files are kept in a collection. */
@ConfigMapping(prefix = "passim.ingest.watch")
public interface WatchConfig {
  /** The directory; without it nothing is watched. */
  @WithParentName
  Optional<Path> directory();

  /** The id of the collection that its files go to; it is created if it is not there. */
  @WithDefault("watched")
  String collection();

  /**
   * How often the directory is looked through. A file is taken in once it has not changed between.
   */
  @WithDefault("5s")
  Duration interval();
}
