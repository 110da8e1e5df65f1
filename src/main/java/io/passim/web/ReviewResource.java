package io.passim.web;

import io.passim.review.Decision;
import io.passim.review.ReviewQueue;
import io.passim.web.mapping.ReviewViews;
import io.passim.web.protocol.ResolutionBody;
import io.passim.web.protocol.ReviewView;
import io.passim.web.protocol.ReviewView.ReviewPageView;
import io.passim.web.protocol.SquadView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The review queue: list, decide, and the dataset that came of it. */
@Path("/api/v1/reviews")
@RunOnVirtualThread
public class ReviewResource {
  private static final int MAX_LIMIT = 100;

  private final ReviewQueue reviews;

  ReviewResource(ReviewQueue reviews) {
    this.reviews = reviews;
  }

  /** The questions asked last first: {@code open} ones, or those that are {@code resolved}. */
  @GET
  public ReviewPageView list(
      @RestQuery @DefaultValue("open") String status,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") String limit) {
    boolean resolved =
        switch (status) {
          case "open" -> false;
          case "resolved" -> true;
          default -> throw invalid("status_invalid", "The status is open or resolved.");
        };
    return ReviewViews.of(reviews.page(resolved, cursor, limit(limit)));
  }

  @GET
  @Path("{id}")
  public ReviewView get(@RestPath String id) {
    return reviews.find(id).map(ReviewViews::of).orElseThrow(ReviewResource::notFound);
  }

  @POST
  @Path("{id}/resolution")
  public ReviewView resolve(@RestPath String id, @Nullable ResolutionBody body) {
    Decision decision =
        ReviewViews.decision(body)
            .orElseThrow(() ->
                invalid("unknown_resolution", "The kind is curated, gap, case or dismissed."));
    return reviews.resolve(id, decision).map(ReviewViews::of).orElseThrow(ReviewResource::notFound);
  }

  /** Opens an item again; an answer that was pinned for it stays pinned. */
  @DELETE
  @Path("{id}/resolution")
  public void reopen(@RestPath String id) {
    if (!reviews.reopen(id)) {
      throw notFound();
    }
  }

  /** The cases in the format of SQuAD 2.0. */
  @GET
  @Path("dataset")
  public SquadView dataset() {
    return ReviewViews.dataset(reviews.cases());
  }

  @DELETE
  @Path("dataset/{id}")
  public void deleteCase(@RestPath String id) {
    if (!reviews.deleteCase(id)) {
      throw Problems.notFound("case", "case_not_found");
    }
  }

  private static int limit(String wanted) {
    try {
      int limit = Integer.parseInt(wanted);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw invalidLimit();
    }
    throw invalidLimit();
  }

  private static RuntimeException invalidLimit() {
    return invalid("limit_invalid", "The limit lies between 1 and " + MAX_LIMIT + ".");
  }

  private static RuntimeException invalid(String code, String detail) {
    return Problems.failure(400, "The review queue", code, detail);
  }

  private static RuntimeException notFound() {
    return Problems.notFound("review item", "review_not_found");
  }
}
