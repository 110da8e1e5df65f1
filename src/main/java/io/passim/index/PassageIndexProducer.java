package io.passim.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jboss.logging.Logger;

/**
 * Opens the index at start. One that is damaged, outdated or not wanted any more is replaced by an
 * empty one, which the ingest fills again from the stored texts. Of damaged ones the latest is
 * kept, for whoever wants to know what happened.
 */
@ApplicationScoped
class PassageIndexProducer {
  private static final Logger LOG = Logger.getLogger(PassageIndexProducer.class);
  private static final String ASIDE = "index-damaged-";

  @Produces
  @Singleton
  PassageIndex open(IndexConfig config) {
    Path path = config.directory().toAbsolutePath();
    try {
      Files.createDirectories(path);
      IndexFinding finding = check(path, config.rebuild());
      if (config.rebuild()) {
        LOG.info("The index is rebuilt from the stored texts, as passim.index.rebuild says");
        IOUtils.rm(path);
      } else {
        replace(path, finding);
      }
      Files.createDirectories(path);
      // No index is changed a thousand times a second: the clock is above any count before.
      return open(FSDirectory.open(path), config, Instant.now().toEpochMilli());
    } catch (LockObtainFailedException e) {
      throw new IllegalStateException("Another Passim uses the index in " + path, e);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot open the index in " + path, e);
    }
  }

  private static void replace(Path path, IndexFinding finding) throws IOException {
    switch (finding) {
      case IndexFinding.Sound() -> LOG.debug("The index is sound");
      case IndexFinding.Outdated(String schema) -> {
        LOG.infof(
            "The index is outdated, of schema \"%s\" rather than \"%s\"; it is rebuilt from the stored"
                + " texts",
            schema, PassageDocuments.SCHEMA);
        IOUtils.rm(path);
      }
      case IndexFinding.Damaged(Exception damage) -> {
        Path aside = path.resolveSibling(ASIDE + Instant.now().toEpochMilli());
        LOG.warnf(damage, "The index is damaged; it is rebuilt, and the old one kept as %s", aside);
        deleteEarlier(path);
        Files.move(path, aside);
      }
    }
  }

  void close(@Disposes PassageIndex index) throws IOException {
    if (index instanceof LucenePassageIndex lucene) {
      lucene.close();
    }
  }

  /** Nobody else may use the index, even where it is only to be removed. */
  private static IndexFinding check(Path path, boolean unwanted) throws IOException {
    try (Directory directory = FSDirectory.open(path);
        Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      long start = System.nanoTime();
      IndexFinding finding = unwanted ? new IndexFinding.Sound() : IndexCheck.of(directory);
      LOG.debugf("The index was checked in %d ms", (System.nanoTime() - start) / 1_000_000);
      return finding;
    }
  }

  private static PassageIndex open(Directory directory, IndexConfig config, long firstGeneration)
      throws IOException {
    try {
      return new LucenePassageIndex(directory, config, firstGeneration);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static void deleteEarlier(Path index) throws IOException {
    try (Stream<Path> siblings = Files.list(index.getParent())) {
      IOUtils.rm(
          siblings
              .filter(path -> path.getFileName().toString().startsWith(ASIDE))
              .toArray(Path[]::new));
    }
  }
}
