package io.passim.store;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where Passim keeps everything that it must not lose. */
@ConfigMapping(prefix = "passim")
public interface DataConfig {
  /** The directory of originals, texts, index and embedded database; created if it is not there. */
  Path dataDirectory();
}
