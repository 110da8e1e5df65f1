package io.passim.index;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.Page;
import io.passim.document.Passage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts one-passage documents into an index, for the tests of the stages above it. */
public final class IndexedTexts {
  private IndexedTexts() {}

  /** What a test says of a document beside its text. */
  public record Filing(
      String collection, String language, List<String> tags, @Nullable LocalDate date) {
    Filing in(String other) {
      return new Filing(collection, other, tags, date);
    }

    Filing tagged(String... others) {
      return new Filing(collection, language, List.of(others), date);
    }

    Filing dated(LocalDate day) {
      return new Filing(collection, language, tags, day);
    }
  }

  /** Indexes {@code text} as the English document {@code id} of collection {@code c}. */
  public static void put(PassageIndex index, String id, String text) {
    put(index, id, filing -> filing, text);
  }

  public static void put(
      PassageIndex index, String id, String collection, String language, String text) {
    put(index, id, _ -> new Filing(collection, language, List.of(), null), text);
  }

  /** Indexes {@code text}, filed as said, in the place of others. */
  static void put(
      PassageIndex index,
      String id,
      UnaryOperator<Filing> filed,
      String text,
      String... superseded) {
    Filing filing = filed.apply(new Filing("c", "en", List.of(), null));
    index.putAll(List.of(replacement(id, filing, text, superseded)));
  }

  /** Indexes several texts of collection {@code c} in one step, as {@code d_1} and so on. */
  static void putAll(PassageIndex index, String... texts) {
    Filing filing = new Filing("c", "en", List.of(), null);
    index.putAll(
        IntStream.range(0, texts.length)
            .mapToObj(at -> replacement("d_" + (at + 1), filing, texts[at]))
            .toList());
  }

  private static PassageReplacement replacement(
      String id, Filing filing, String text, String... superseded) {
    DocumentId documentId = new DocumentId(id);
    CharSpan span = new CharSpan(0, text.length());
    IndexedDocument document =
        new IndexedDocument(
            documentId,
            filing.collection(),
            id + ".txt",
            "File",
            filing.language(),
            filing.tags(),
            filing.date(),
            Instant.EPOCH);
    Passage passage =
        new Passage(
            documentId, 0, span, List.of(new Page(1, span)), List.of("House"), text, List.of(span));
    return new PassageReplacement(
        new IndexedPassages(document, List.of(passage)),
        Arrays.stream(superseded).map(DocumentId::new).collect(Collectors.toSet()));
  }
}
