package io.passim.index;

import io.passim.inference.EncoderModel;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Gives other packages' tests an index. */
public final class TestIndexes {
  private TestIndexes() {}

  /** Empty, in memory, with the default configuration. */
  public static PassageIndex inMemory() {
    return open(new ByteBuffersDirectory(), defaults());
  }

  /** In a directory, which is created if it is not there; the same configuration. */
  public static PassageIndex onDisk(Path directory) {
    return onDisk(directory, Map.of());
  }

  /** With some settings of {@code passim.index}. */
  public static PassageIndex onDisk(Path directory, Map<String, String> settings) {
    try {
      return open(FSDirectory.open(directory), config(settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PassageIndex open(Directory directory, IndexConfig config) {
    try {
      return new LucenePassageIndex(directory, config, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives every passage a vector, as the ingest does in the background. */
  public static void addVectors(PassageIndex index, EncoderModel encoder) {
    String origin = IndexedPassages.origin(encoder.manifest().fingerprint());
    Optional<IndexedPassages> next = index.withoutVectors(origin, Set.of());
    while (next.isPresent()) {
      IndexedPassages passages = next.get();
      index.putVectors(
          passages,
          origin,
          passages.passages().stream()
              .map(passages::encodable)
              .map(encoder::encodePassage)
              .toList());
      next = index.withoutVectors(origin, Set.of());
    }
  }

  /** What the pipeline asks the vectors of {@link #addVectors} or of the ingest for. */
  public static QuestionVector vector(EncoderModel encoder, String question) {
    return new QuestionVector(
        IndexedPassages.origin(encoder.manifest().fingerprint()), encoder.encodeQuestion(question));
  }

  /** The default configuration; for an index in memory, since its directory is made up. */
  public static IndexConfig defaults() {
    return config(Map.of());
  }

  /** The default configuration of an index on disk. */
  static IndexConfig on(Path directory, boolean rebuild) {
    return config(Map.of("directory", directory.toString(), "rebuild", Boolean.toString(rebuild)));
  }

  private static IndexConfig config(Map<String, String> settings) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withMapping(IndexConfig.class)
            .withDefaultValue("passim.index.directory", "in-memory");
    settings.forEach((name, value) -> builder.withDefaultValue("passim.index." + name, value));
    return builder.build().getConfigMapping(IndexConfig.class);
  }
}
