package io.passim.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What evaluations keep on disk while they wait and run: their datasets, and a directory for the
 * index of the one that runs. Nothing here outlives its evaluation.
 *
 * <p>Any thread may call any method. Failures of the disk are {@link UncheckedIOException}s.
 */
@Singleton
public class EvaluationFiles {
  /** An id becomes a file name: nothing else may pass. */
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Path datasets;
  private final Path scratch;

  @Inject
  public EvaluationFiles(DataConfig config) {
    Path root = config.dataDirectory().resolve("evaluations");
    datasets = root.resolve("datasets");
    scratch = root.resolve("running");
  }

  /** Keeps a dataset; when it returns, the dataset survives a crash. */
  public void put(String id, byte[] dataset) {
    try {
      DurableFiles.replace(pathOf(id), dataset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of a dataset, to be read only. */
  public Optional<Path> find(String id) {
    return Optional.of(pathOf(id)).filter(Files::isRegularFile);
  }

  /** Removes a dataset; one that is not there is no error. */
  public void delete(String id) {
    try {
      Files.deleteIfExists(pathOf(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes all other datasets and what a run left. To be called before the first evaluation. */
  public void retain(Set<String> ids) {
    removeScratch();
    if (!Files.isDirectory(datasets)) {
      return;
    }
    Set<Path> kept = ids.stream().map(this::pathOf).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(datasets)) {
      DurableFiles.deleteAll(files.filter(file -> !kept.contains(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A directory for the evaluation that runs; empty. One runs at a time. */
  public Path newScratch() {
    removeScratch();
    try {
      return Files.createDirectories(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the directory of the evaluation that ran; one that is not there is no error. */
  public void removeScratch() {
    try {
      DurableFiles.deleteTree(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path pathOf(String id) {
    if (!FILE_NAME.matcher(id).matches()) {
      throw new IllegalArgumentException("not an id that Passim gave out: " + id);
    }
    return datasets.resolve(id + ".json");
  }
}
