package io.passim.ingest;

import io.passim.document.CollectionChange;
import io.passim.document.CollectionChange.Part;
import io.passim.document.Document;
import io.passim.document.DocumentCollection;
import io.passim.store.CollectionRecords;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The collections, as people see and change them. Any thread may call any method. */
@Singleton
public class CollectionLibrary {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final int MAX_NAME = 200;
  private static final int MAX_GENERATED_ID = 40;

  /** Documents that are deleted in one step, while no other is indexed. */
  private static final int DELETED_TOGETHER = 1000;

  private final CollectionRecords collections;
  private final DocumentLibrary documents;
  private final StoredThresholds thresholds;
  private final WatchConfig watch;

  @Inject
  CollectionLibrary(
      CollectionRecords collections,
      DocumentLibrary documents,
      StoredThresholds thresholds,
      WatchConfig watch) {
    this.collections = collections;
    this.documents = documents;
    this.thresholds = thresholds;
    this.watch = watch;
  }

  /** All collections, oldest first. */
  public List<DocumentCollection> collections() {
    return collections.list();
  }

  public Optional<DocumentCollection> find(String id) {
    return collections.find(id);
  }

  /**
   * Creates a collection.
   *
   * @param id 1 to 63 of {@code a-z 0-9 _ -}, beginning with a letter or digit; made from the name
   *     if null
   * @param name 1 to 200 characters
   * @param language ISO 639 code of most of its documents, null if mixed
   * @throws CollectionRefusedException if an argument is not as said, or the id is taken
   */
  public DocumentCollection create(@Nullable String id, String name, @Nullable String language) {
    String trimmed = checkedName(name);
    if (id != null && !ID.matcher(id).matches()) {
      throw invalid(
          "A collection's id has 1 to 63 of the characters a-z, 0-9, _ and -, and begins with a"
              + " letter or digit.");
    }
    if (language != null && !LANGUAGE.matcher(language).matches()) {
      throw invalid("A language is given by its ISO 639 code, such as en.");
    }
    String wanted = id == null ? slug(trimmed) : id;
    if (insert(wanted, trimmed, language)) {
      return new DocumentCollection(wanted, trimmed, language, 0, 0);
    }
    if (id != null) {
      throw new CollectionRefusedException(
          "collection_exists", "There is a collection " + id + " already.");
    }
    String unique = Ids.next(wanted + "-");
    insert(unique, trimmed, language);
    return new DocumentCollection(unique, trimmed, language, 0, 0);
  }

  /**
   * Renames a collection, or chooses its threshold, which decides from the next question on.
   *
   * @return the collection; empty if there is none of that id
   * @throws CollectionRefusedException if a part that is changed is not as the change says
   */
  public Optional<DocumentCollection> change(String id, CollectionChange change) {
    Double threshold = change.threshold();
    if (change.has(Part.THRESHOLD) && threshold != null && !(threshold >= 0 && threshold <= 1)) {
      throw invalid("A threshold is a confidence from 0 to 1, or null for the server's own.");
    }
    String name = change.name();
    CollectionChange checked =
        change.has(Part.NAME)
            ? new CollectionChange(change.parts(), checkedName(name == null ? "" : name), threshold)
            : change;
    try {
      collections.update(id, checked);
    } finally {
      thresholds.changed();
    }
    return collections.find(id);
  }

  /**
   * Deletes a collection with all its documents. When it returns, no question can find them.
   *
   * @return false if there is none of that id
   * @throws CollectionRefusedException if it is kept as a directory is, which would fill it again
   */
  public boolean delete(String id) {
    while (collections.find(id).isPresent()) {
      if (watch.directory().isPresent() && watch.collection().equals(id)) {
        throw new CollectionRefusedException(
            "collection_watched",
            "The collection holds the files of a directory that the server watches. Stop that"
                + " first: passim.ingest.watch.");
      }
      // Most duplicates come after what they repeat: from the end, few take another's place.
      List<Document> left = documents.documents(id).reversed();
      for (int i = 0; i < left.size(); i += DELETED_TOGETHER) {
        documents.delete(left.subList(i, Math.min(i + DELETED_TOGETHER, left.size())));
      }
      if (deleteEmpty(id)) {
        return true;
      }
    }
    return false;
  }

  private boolean deleteEmpty(String id) {
    try {
      return collections.delete(id);
    } catch (IllegalStateException uploadedMeanwhile) {
      return false;
    } finally {
      thresholds.changed();
    }
  }

  private boolean insert(String id, String name, @Nullable String language) {
    return collections.insert(new DocumentCollection(id, name, language, 0, 0));
  }

  private static String checkedName(String name) {
    String trimmed = name.strip();
    if (trimmed.isEmpty() || trimmed.length() > MAX_NAME) {
      throw invalid("A collection's name has 1 to " + MAX_NAME + " characters.");
    }
    return trimmed;
  }

  private static String slug(String name) {
    String ascii =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String cut = ascii.substring(0, Math.min(ascii.length(), MAX_GENERATED_ID));
    return cut.isEmpty() ? "collection" : cut;
  }

  private static CollectionRefusedException invalid(String detail) {
    return new CollectionRefusedException("collection_invalid", detail);
  }
}
