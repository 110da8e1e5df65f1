package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.ingest.WatchedTree.Look;
import io.passim.ingest.parse.Filenames;
import io.passim.store.WatchedFiles;
import io.passim.store.WatchedFiles.WatchedFile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a collection as a directory is: new files are taken in, changed ones as new versions, and
 * those that are gone, twice in a row, are deleted with all their versions: programs move a file
 * out of the way while they write it anew. A directory that is not there, cannot be read or is
 * empty, as where a disk is not mounted, changes nothing: to remove the last file, its document is
 * deleted. A file or folder in it that cannot be read is left as it was, and the rest goes on; a
 * name that the system cannot decode is read all the same.
 *
 * <p>It is looked through at intervals, since notifications are lost on network drives. What was
 * taken in is remembered, so that a restart repeats nothing. A document that people delete stays
 * deleted until its file changes. The collection cannot be deleted while it is watched; where it is
 * not there, everything is taken in.
 */
@Singleton
class WatchedDirectory implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WatchedDirectory.class);

  private final WatchConfig config;
  private final WatchedFiles taken;
  private final CollectionLibrary collections;
  private final DocumentLibrary documents;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("passim-watch").factory());

  /** The last scan's files. Confined to the thread that scans. */
  private Map<String, Look> before = Map.of();

  /** What was known and not there in the last scan. Confined likewise. */
  private Set<String> missingBefore = Set.of();

  /** What could not be read in the last scan. Confined likewise. */
  private Set<String> reported = Set.of();

  private boolean readable = true;

  @Inject
  WatchedDirectory(
      WatchConfig config,
      WatchedFiles taken,
      CollectionLibrary collections,
      DocumentLibrary documents) {
    this.config = config;
    this.taken = taken;
    this.collections = collections;
    this.documents = documents;
  }

  /** Begins to watch, if a directory is configured. */
  void start() {
    config
        .directory()
        .ifPresent(directory -> {
          long interval = Math.max(1, config.interval().toMillis());
          var _ =
              clock.scheduleWithFixedDelay(
                  () -> scanCarefully(directory), 0, interval, TimeUnit.MILLISECONDS);
        });
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void scanCarefully(Path directory) {
    try {
      scan(directory);
      readable = true;
    } catch (IOException | RuntimeException e) {
      if (readable) {
        LOG.warnf(e, "cannot look through %s; nothing is changed until it can be", directory);
      }
      readable = false;
    }
  }

  /**
   * Looks once. A file is taken in when it looks as it did the time before, and what is gone is
   * deleted if it was gone then too.
   */
  void scan(Path directory) throws IOException {
    WatchedTree now = WatchedTree.read(directory.toRealPath());
    Map<String, Exception> unreadable = new TreeMap<>(now.unreadable());
    if (!now.files().isEmpty()) {
      openCollection();
    }
    Map<String, WatchedFile> known =
        taken.list().stream().collect(Collectors.toMap(WatchedFile::path, Function.identity()));
    if (now.files().isEmpty()) {
      checkEmptied(directory, now, known.values());
    } else {
      for (Map.Entry<String, Look> file : now.files().entrySet()) {
        String path = file.getKey();
        Look look = file.getValue();
        if (!isAsTaken(look, known.get(path)) && look.equals(before.get(path))) {
          attempt(path, unreadable, () -> take(path, look));
        }
      }
      List<WatchedFile> missing =
          known.values().stream().filter(file -> !now.mayHold(file.path())).toList();
      missing.stream()
          .filter(file -> missingBefore.contains(file.path()))
          .forEach(file -> attempt(file.path(), unreadable, () -> remove(file)));
      missingBefore = missing.stream().map(WatchedFile::path).collect(Collectors.toSet());
    }
    before = now.files();
    report(unreadable);
  }

  /** What was taken in has gone with a collection that was deleted while nothing was watched. */
  private void openCollection() {
    if (collections.find(config.collection()).isEmpty()) {
      taken.list().forEach(file -> taken.remove(file.path()));
      collections.create(config.collection(), config.collection(), null);
    }
  }

  /** Where a disk is not mounted, its mount point is an empty directory. */
  private void checkEmptied(Path directory, WatchedTree now, Collection<WatchedFile> known)
      throws IOException {
    before = Map.of();
    missingBefore = Set.of();
    long missing =
        known.stream()
            .filter(file -> !now.mayHold(file.path()))
            .filter(file -> documents.document(file.documentId()).isPresent())
            .count();
    if (missing > 0) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s is empty, though %d files of it are known. Is its disk mounted? If they are gone"
                  + " for good, delete their documents.",
              directory,
              missing));
    }
  }

  /** Once for each: what cannot be read stays so for many scans. */
  private void report(Map<String, Exception> unreadable) {
    unreadable.forEach((path, reason) -> {
      if (!reported.contains(path)) {
        LOG.warnf("cannot read %s: it is left as it was (%s)", path, reason);
        LOG.debugf(reason, "%s", path);
      }
    });
    reported = Set.copyOf(unreadable.keySet());
  }

  private static boolean isAsTaken(Look look, @Nullable WatchedFile last) {
    return last != null
        && last.bytes() == look.bytes()
        && last.modifiedAt().equals(look.modifiedAt());
  }

  /** What is done to one file. */
  @FunctionalInterface
  private interface Change {
    void apply() throws IOException;
  }

  /**
   * A file of which something is wrong keeps no other waiting; a disk that refuses ends the scan.
   */
  private static void attempt(String path, Map<String, Exception> unreadable, Change change) {
    try {
      change.apply();
    } catch (IOException e) {
      unreadable.put(path, e);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof WatchedContent.Unreadable cause) {
        unreadable.put(path, cause);
      } else if (StorageFailures.isOne(e)) {
        throw e;
      } else {
        unreadable.put(path, e);
      }
    }
  }

  private void take(String path, Look look) throws IOException {
    try (WatchedContent content = new WatchedContent(look.file())) {
      Document document = documents.submit(config.collection(), submission(path), content);
      taken.put(new WatchedFile(path, look.bytes(), look.modifiedAt(), settled(document).id()));
    }
  }

  /** After a crash between the two writes a file comes twice: the second is a duplicate. */
  private Document settled(Document document) {
    DocumentId first = document.duplicateOf();
    return first == null
        ? document
        : documents
            .document(first)
            .filter(original -> isSameFile(original, document))
            .map(original -> {
              documents.delete(document.id());
              return original;
            })
            .orElse(document);
  }

  private void remove(WatchedFile file) {
    Submission submission = submission(file.path());
    List<Document> versions =
        documents.documents(config.collection()).stream()
            .filter(document ->
                document.folder().equals(Filenames.sanitiseFolder(submission.folder()))
                    && document.filename().equals(Filenames.sanitise(submission.filename())))
            .toList();
    documents.delete(versions.reversed());
    taken.remove(file.path());
  }

  private static boolean isSameFile(Document one, Document other) {
    return one.folder().equals(other.folder()) && one.filename().equals(other.filename());
  }

  private static Submission submission(String path) {
    int cut = path.lastIndexOf('/');
    return new Submission(
        path.substring(cut + 1), cut < 0 ? "" : path.substring(0, cut), List.of(), null);
  }
}
