package io.passim.web;

import io.passim.document.DocumentScope;
import io.passim.ingest.CollectionLibrary;
import io.passim.retrieve.PassageRetriever;
import io.passim.web.mapping.Scopes;
import io.passim.web.mapping.SearchViews;
import io.passim.web.protocol.FiltersBody;
import io.passim.web.protocol.SearchResultView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Retrieval alone, to see what a question finds and why. */
@Path("/api/v1/search")
public class SearchResource {
  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 100;
  private static final int MAX_QUERY_LENGTH = 1000;

  private final CollectionLibrary collections;
  private final PassageRetriever retriever;

  SearchResource(CollectionLibrary collections, PassageRetriever retriever) {
    this.collections = collections;
    this.retriever = retriever;
  }

  @POST
  @RunOnVirtualThread
  public SearchResultView search(@Nullable SearchBody body) {
    SearchBody wanted = Objects.requireNonNullElse(body, SearchBody.EMPTY);
    String query = Objects.requireNonNullElse(wanted.query(), "").strip();
    int limit = Objects.requireNonNullElse(wanted.limit(), DEFAULT_LIMIT);
    DocumentScope scope = Scopes.of(wanted.collectionIds(), wanted.filters());
    if (query.isEmpty()) {
      throw invalid("query_empty", "Type something to search for.");
    }
    if (query.length() > MAX_QUERY_LENGTH) {
      throw invalid("query_too_long", "A query has at most 1000 characters.");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw invalid("limit_invalid", "The limit lies between 1 and 100.");
    }
    for (String id : scope.collectionIds()) {
      if (collections.find(id).isEmpty()) {
        throw Problems.notFound("collection", "collection_not_found");
      }
    }
    return SearchViews.of(query, retriever.retrieve(query, scope, limit));
  }

  private static RuntimeException invalid(String code, String detail) {
    return Problems.failure(400, "The search cannot be made", code, detail);
  }

  /**
   * A search.
   *
   * @param collectionIds where to look; everywhere if absent, refused if empty
   * @param limit 1 to 100 passages, 10 if absent
   * @param filters which documents; all if absent
   */
  public record SearchBody(
      @Nullable String query,
      @Nullable List<@Nullable String> collectionIds,
      @Nullable Integer limit,
      @Nullable FiltersBody filters) {
    static final SearchBody EMPTY = new SearchBody(null, null, null, null);
  }
}
