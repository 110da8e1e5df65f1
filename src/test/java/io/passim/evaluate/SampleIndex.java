package io.passim.evaluate;

import io.passim.document.DocumentId;
import io.passim.document.Passage;
import io.passim.index.IndexedDocument;
import io.passim.index.IndexedPassages;
import io.passim.index.PassageIndex;
import io.passim.inference.EncoderModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Copies a collection's passages so that the copy is the same each time. The server draws the ids
 * of documents, and ids decide ties; here they follow from the documents' names, and each passage
 * is written once, with its vector, so that the graph of the vectors is the same too.
 */
final class SampleIndex {
  private SampleIndex() {}

  static void copy(PassageIndex from, String collection, PassageIndex to, EncoderModel encoder) {
    List<IndexedPassages> documents =
        from.documents().stream()
            .flatMap(id -> from.find(id).stream())
            .filter(found -> found.document().collectionId().equals(collection))
            .sorted(
                Comparator.comparing((IndexedPassages each) -> each.document().filename())
                    .thenComparing(each -> each.document().title())
                    .thenComparing(each -> each.passages().getFirst().text()))
            .toList();
    for (int i = 0; i < documents.size(); i++) {
      IndexedPassages renamed = renamed(documents.get(i), new DocumentId("s_" + (1000 + i)));
      List<float[]> vectors = new ArrayList<>();
      for (Passage passage : renamed.passages()) {
        vectors.add(encoder.encodePassage(renamed.encodable(passage)));
      }
      to.putVectors(renamed, IndexedPassages.origin(encoder.manifest().fingerprint()), vectors);
    }
  }

  private static IndexedPassages renamed(IndexedPassages found, DocumentId id) {
    IndexedDocument document = found.document();
    return new IndexedPassages(
        new IndexedDocument(
            id,
            document.collectionId(),
            document.filename(),
            document.title(),
            document.language(),
            document.tags(),
            document.date(),
            document.uploadedAt()),
        found.passages().stream()
            .map(passage ->
                new Passage(
                    id,
                    passage.ordinal(),
                    passage.span(),
                    passage.pages(),
                    passage.heading(),
                    passage.text(),
                    passage.sentences(),
                    passage.language()))
            .toList());
  }
}
