package io.passim.web.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are asked. Anything may be missing.
 *
 * @param tags at least one of them
 * @param languages one of them, by ISO 639 code
 * @param from of this day or later, such as {@code 2026-03-31}
 * @param to of this day or earlier
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FiltersBody(
    @Nullable List<@Nullable String> tags,
    @Nullable List<@Nullable String> languages,
    @Nullable String from,
    @Nullable String to) {}
