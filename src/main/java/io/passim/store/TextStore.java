package io.passim.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.passim.document.DamagedTextException;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.PageWords;
import io.passim.document.RecognisedWord;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The normalised texts, one JSON file for each document, and beside those of scans where the words
 * that were recognised stand on the pages.
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

  /**
   * A text that is on disk but that nobody finds; closing it without a commit forgets it.
   *
   * @param words null if there are none
   * @param keepsWords whether those that are kept stay
   */
  public record Staged(DocumentId id, Path file, @Nullable Path words, boolean keepsWords)
      implements AutoCloseable {
    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
        if (words != null) {
          Files.deleteIfExists(words);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Keeps or replaces a text without words; when it returns, the text survives a crash. */
  public void put(DocumentId id, DocumentText text) {
    try (Staged staged = stage(id, text, List.of())) {
      commit(staged);
    }
    force();
  }

  /** Keeps for one document what is kept for another; when it returns, it survives a crash. */
  public void copy(DocumentId from, DocumentId to) {
    try {
      copy(wordsOf(from), wordsOf(to));
      copy(pathOf(from), pathOf(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a text, in the time that this takes, without changing what is found.
   *
   * @param words that were recognised on its pages; null to leave those that are kept
   */
  public Staged stage(DocumentId id, DocumentText text, @Nullable List<PageWords> words) {
    try {
      Path part =
          words == null || words.isEmpty()
              ? null
              : DurableFiles.writePart(wordsOf(id), WordsFile.of(words));
      try {
        return new Staged(
            id,
            DurableFiles.writePart(pathOf(id), JSON.writeValueAsBytes(text)),
            part,
            words == null);
      } catch (IOException | RuntimeException e) {
        if (part != null) {
          Files.deleteIfExists(part);
        }
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps or replaces a text, at once. Until {@link #force} a crash may bring back what was there
   * before, be it nothing; it never leaves half a text.
   */
  public void commit(Staged staged) {
    Path words = wordsOf(staged.id());
    try {
      if (staged.words() != null) {
        DurableFiles.move(staged.words(), words);
      } else if (!staged.keepsWords()) {
        Files.deleteIfExists(words);
      }
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

  /**
   * The text of a document.
   *
   * @throws DamagedTextException if it is not as it was written
   */
  public Optional<DocumentText> find(DocumentId id) {
    Path file = pathOf(id);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(JSON.readValue(file.toFile(), DocumentText.class))
          : Optional.empty();
    } catch (JacksonException e) {
      throw new DamagedTextException("damaged: " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The words that were recognised on a page; none if it has none, or was read before their places
   * were kept.
   *
   * @throws DamagedTextException if they cannot be told any more
   */
  public List<RecognisedWord> words(DocumentId id, int page) {
    Path file = wordsOf(id);
    try {
      return Files.isRegularFile(file) ? WordsFile.read(file, page) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The pages of which {@link #words} has any.
   *
   * @throws DamagedTextException if they cannot be told any more
   */
  public Set<Integer> pagesWithWords(DocumentId id) {
    Path file = wordsOf(id);
    try {
      return Files.isRegularFile(file) ? WordsFile.pages(file) : Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a text with its words; one that is not there is no error. */
  public void delete(DocumentId id) {
    try {
      Files.deleteIfExists(wordsOf(id));
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
        ids.stream()
            .flatMap(id -> Stream.of(pathOf(id), wordsOf(id)))
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(root)) {
      return DurableFiles.deleteAll(
          files.filter(file -> !names.contains(file.getFileName().toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isRegularFile(from)) {
      DurableFiles.replace(to, Files.readAllBytes(from));
    }
  }

  private Path pathOf(DocumentId id) {
    return file(id, ".json");
  }

  private Path wordsOf(DocumentId id) {
    return file(id, ".words.zip");
  }

  private Path file(DocumentId id, String extension) {
    if (!FILE_NAME.matcher(id.value()).matches()) {
      throw new IllegalArgumentException("not an id that Passim gave out: " + id);
    }
    return root.resolve(id.value() + extension);
  }
}
