package io.passim.ingest;

import io.passim.document.Document;
import io.passim.store.Milestones;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Gives a new data directory a collection to ask. It is created once: who deletes it is rid of it.
 */
@Singleton
class SampleCollection {
  static final String ID = "samples";

  private static final Logger LOG = Logger.getLogger(SampleCollection.class);

  private final SamplesConfig config;
  private final Milestones milestones;
  private final CollectionLibrary collections;
  private final DocumentLibrary documents;

  @Inject
  SampleCollection(
      SamplesConfig config,
      Milestones milestones,
      CollectionLibrary collections,
      DocumentLibrary documents) {
    this.config = config;
    this.milestones = milestones;
    this.collections = collections;
    this.documents = documents;
  }

  /** Submits the samples if that has never been done; goes on where a crash cut it short. */
  void createOnce() {
    if (milestones.reached(ID) || !Files.isDirectory(config.directory())) {
      return;
    }
    boolean begun = collections.find(ID).isPresent();
    if (begun || collections.collections().isEmpty()) {
      if (!begun) {
        collections.create(ID, "Samples", null);
      }
      submitMissing();
    }
    milestones.reach(ID);
  }

  private void submitMissing() {
    Set<String> submitted =
        documents.documents(ID).stream().map(Document::filename).collect(Collectors.toSet());
    List<Path> files = files();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (!submitted.contains(name)) {
        try (InputStream content = Files.newInputStream(file)) {
          documents.submit(ID, Submission.of(name), content);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    LOG.infof("the sample collection has %d documents from %s", files.size(), config.directory());
  }

  /** The files in the folders of the languages, in a fixed order. */
  private List<Path> files() {
    try (Stream<Path> files = Files.walk(config.directory(), 2)) {
      return files
          .filter(file -> config.directory().relativize(file).getNameCount() == 2)
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
