package io.passim.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
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
 * The normalised texts, one JSON file for each document.
 *
 * <p>Any thread may call any method; a reader meets a text whole or not at all. Failures of the
 * disk are {@link UncheckedIOException}s.
 */
@Singleton
public class TextStore {
  /** An id becomes a file name: nothing else may pass. */
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .build();

  private final Path root;

  @Inject
  public TextStore(DataConfig config) {
    root = config.dataDirectory().resolve("texts");
  }

  /** A text that is on disk but that nobody finds; closing it without a commit forgets it. */
  public record Staged(DocumentId id, Path file) implements AutoCloseable {
    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Keeps or replaces a text; when it returns, the text survives a crash. */
  public void put(DocumentId id, DocumentText text) {
    try (Staged staged = stage(id, text)) {
      commit(staged);
    }
    force();
  }

  /** Writes a text, in the time that this takes, without changing what is found. */
  public Staged stage(DocumentId id, DocumentText text) {
    try {
      return new Staged(id, DurableFiles.writePart(pathOf(id), JSON.writeValueAsBytes(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps or replaces a text, at once. Until {@link #force} a crash may bring back what was there
   * before, be it nothing; it never leaves half a text.
   */
  public void commit(Staged staged) {
    try {
      DurableFiles.move(staged.file(), pathOf(staged.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When it returns, every text that has been committed survives a crash. */
  public void force() {
    if (!Files.isDirectory(root)) {
      return;
    }
    try {
      DurableFiles.syncDirectory(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<DocumentText> find(DocumentId id) {
    Path file = pathOf(id);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(JSON.readValue(file.toFile(), DocumentText.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a text; one that is not there is no error. */
  public void delete(DocumentId id) {
    try {
      Files.deleteIfExists(pathOf(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Removes the texts of all other documents, and the parts that a crash left. To be called before
   * the first {@link #put}.
   *
   * @return the number of files that went
   */
  public int retain(Set<DocumentId> ids) {
    if (!Files.isDirectory(root)) {
      return 0;
    }
    Set<String> names =
        ids.stream().map(id -> pathOf(id).getFileName().toString()).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(root)) {
      return DurableFiles.deleteAll(
          files.filter(file -> !names.contains(file.getFileName().toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path pathOf(DocumentId id) {
    if (!FILE_NAME.matcher(id.value()).matches()) {
      throw new IllegalArgumentException("not an id that Passim gave out: " + id);
    }
    return root.resolve(id.value() + ".json");
  }
}
