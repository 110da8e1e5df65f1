package io.passim.web.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a question under review.
 *
 * @param kind "curated", "gap", "case" or "dismissed"
 * @param note of a gap: which document is missing; of a dismissal: why
 * @param curated the answer to pin; its question is the one under review if absent
 * @param question of a case; the one under review if absent
 * @param context of a case: a text that the answers stand in
 * @param answers of a case: what would be right; none if the documents do not answer it
 */
public record ResolutionBody(
    @Nullable String kind,
    @Nullable String note,
    @Nullable CuratedBody curated,
    @Nullable String question,
    @Nullable String context,
    @Nullable List<@Nullable String> answers) {
  /** What an absent body stands for. */
  public static final ResolutionBody EMPTY = new ResolutionBody(null, null, null, null, null, null);
}
