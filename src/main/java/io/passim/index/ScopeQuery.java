package io.passim.index;

import io.passim.document.DocumentScope;
import java.time.LocalDate;
import java.util.Collection;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Keeps a search within a scope, without a say in the scores. */
final class ScopeQuery {
  private ScopeQuery() {}

  static Query within(Query query, DocumentScope scope) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
    oneOf(all, PassageDocuments.COLLECTION, scope.collectionIds());
    oneOf(all, PassageDocuments.TAG, scope.tags());
    oneOf(all, PassageDocuments.LANGUAGE, scope.languages());
    if (scope.from() != null || scope.to() != null) {
      Query dated =
          LongField.newRangeQuery(
              PassageDocuments.DATE,
              day(scope.from(), Long.MIN_VALUE),
              day(scope.to(), Long.MAX_VALUE));
      all.add(dated, Occur.FILTER);
    }
    BooleanQuery scoped = all.build();
    return scoped.clauses().size() == 1 ? query : scoped;
  }

  private static void oneOf(BooleanQuery.Builder all, String field, Collection<String> values) {
    if (!values.isEmpty()) {
      all.add(new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()), Occur.FILTER);
    }
  }

  private static long day(@Nullable LocalDate date, long otherwise) {
    return date == null ? otherwise : date.toEpochDay();
  }
}
