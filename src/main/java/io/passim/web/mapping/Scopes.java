package io.passim.web.mapping;

import io.passim.conversation.InvalidQuestionException;
import io.passim.document.DocumentScope;
import io.passim.document.Problem;
import io.passim.document.Tags;
import io.passim.web.protocol.FiltersBody;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From the wire: where to look. */
public final class Scopes {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final int MAX_LANGUAGES = 20;

  private Scopes() {}

  /**
   * The scope that is meant; whether its collections exist is not checked.
   *
   * @param collectionIds null for all; never empty, so that who may see nothing is not given all
   * @throws InvalidQuestionException if the ids or a filter are not as the wire format says
   */
  public static DocumentScope of(
      @Nullable List<@Nullable String> collectionIds, @Nullable FiltersBody filters) {
    if (collectionIds != null && collectionIds.isEmpty()) {
      throw new InvalidQuestionException(
          new Problem("collections_empty", "Name a collection, or leave them out for all."));
    }
    Set<String> ids = new HashSet<>();
    for (String id : Objects.requireNonNullElse(collectionIds, List.<@Nullable String>of())) {
      if (id == null) {
        throw new InvalidQuestionException(
            new Problem("collection_not_found", "A collection's id must not be null."));
      }
      ids.add(id);
    }
    if (filters == null) {
      return DocumentScope.within(ids);
    }
    LocalDate from = day(filters.from());
    LocalDate to = day(filters.to());
    if (from != null && to != null && from.isAfter(to)) {
      throw invalid("The first day must not be after the last.");
    }
    return new DocumentScope(ids, tags(filters), languages(filters), from, to);
  }

  private static Set<String> tags(FiltersBody filters) {
    List<@Nullable String> tags = Objects.requireNonNullElse(filters.tags(), List.of());
    return Tags.normalise(tags).map(Set::copyOf).orElseThrow(() -> invalid(Tags.RULE));
  }

  private static Set<String> languages(FiltersBody filters) {
    Set<String> languages = new HashSet<>();
    for (String language :
        Objects.requireNonNullElse(filters.languages(), List.<@Nullable String>of())) {
      if (language == null || !LANGUAGE.matcher(language).matches()) {
        throw invalid("A language is given by its ISO 639 code, such as en.");
      }
      languages.add(language);
    }
    if (languages.size() > MAX_LANGUAGES) {
      throw invalid("At most " + MAX_LANGUAGES + " languages.");
    }
    return languages;
  }

  private static @Nullable LocalDate day(@Nullable String day) {
    try {
      return day == null ? null : LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw invalid("A day is written as 2026-03-31.");
    }
  }

  private static InvalidQuestionException invalid(String detail) {
    return new InvalidQuestionException(new Problem("filter_invalid", detail));
  }
}
