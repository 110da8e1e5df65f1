package io.passim.index;

import io.passim.document.DocumentId;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Tells which documents have passages that are not deleted, from the terms of their ids alone. */
final class DocumentIds {
  private DocumentIds() {}

  static Set<DocumentId> in(IndexReader reader) throws IOException {
    Set<DocumentId> documents = new HashSet<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      collect(leaf.reader(), documents);
    }
    return documents;
  }

  private static void collect(LeafReader reader, Set<DocumentId> documents) throws IOException {
    Terms ids = reader.terms(PassageDocuments.DOCUMENT);
    if (ids == null) {
      return;
    }
    Bits live = reader.getLiveDocs();
    TermsEnum each = ids.iterator();
    for (BytesRef id = each.next(); id != null; id = each.next()) {
      PostingsEnum passages = each.postings(null, PostingsEnum.NONE);
      int passage = passages.nextDoc();
      while (passage != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(passage)) {
        passage = passages.nextDoc();
      }
      if (passage != DocIdSetIterator.NO_MORE_DOCS) {
        documents.add(new DocumentId(id.utf8ToString()));
      }
    }
  }
}
