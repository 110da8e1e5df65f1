package io.passim.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;

/**
 * Opens the index at start. One that is damaged or of another version is put aside and replaced by
 * an empty one, which the ingest fills again from the stored texts.
 */
@ApplicationScoped
class PassageIndexProducer {
  private static final Logger LOG = Logger.getLogger(PassageIndexProducer.class);

  @Produces
  @Singleton
  PassageIndex open(IndexConfig config) {
    Path path = config.directory();
    try {
      Files.createDirectories(path);
      try {
        return open(path, config);
      } catch (CorruptIndexException
          | IndexFormatTooOldException
          | IndexFormatTooNewException
          | java.nio.file.NoSuchFileException e) {
        Path aside = path.resolveSibling("index-damaged-" + Instant.now().toEpochMilli());
        LOG.warnf(e, "The index is damaged; it is rebuilt, and the old one kept as %s", aside);
        Files.move(path, aside);
        Files.createDirectories(path);
        return open(path, config);
      }
    } catch (LockObtainFailedException e) {
      throw new IllegalStateException("Another Passim uses the index in " + path, e);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot open the index in " + path, e);
    }
  }

  void close(@Disposes PassageIndex index) throws IOException {
    if (index instanceof LucenePassageIndex lucene) {
      lucene.close();
    }
  }

  private static PassageIndex open(Path path, IndexConfig config) throws IOException {
    Directory directory = FSDirectory.open(path);
    try {
      if (DirectoryReader.indexExists(directory)) {
        checkSchema(directory);
      }
      // No index is changed a thousand times a second: the clock is above any count before.
      return new LucenePassageIndex(directory, config, Instant.now().toEpochMilli());
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static void checkSchema(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Map<String, String> data = reader.getIndexCommit().getUserData();
      String schema = data.getOrDefault(CommittingWriter.SCHEMA, PassageDocuments.SCHEMA);
      if (!schema.equals(PassageDocuments.SCHEMA)) {
        throw new IndexFormatTooOldException(directory.toString(), "schema " + schema);
      }
    }
  }
}
