package io.passim.web.protocol;

import io.passim.web.protocol.DocumentView.ReasonView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader in the server's models directory. What its manifest tells is null if that cannot be
 * read.
 *
 * @param name of its folder
 * @param languages ISO 639-1 codes of what it was trained on
 * @param bytes size of its graph
 * @param sha256 of its graph, lower-case hexadecimal
 * @param quantised whether its graph is quantised dynamically
 * @param licence SPDX identifier
 * @param inUse whether it answers people's questions
 * @param problem why it cannot be used: {@code reader_damaged} or {@code reader_not_calibrated};
 *     null if nothing speaks against it
 * @param calibration hash of its calibration, as in the provenance of what it answers; null if
 *     there is a problem
 */
public record ModelView(
    String name,
    @Nullable List<String> languages,
    @Nullable Long bytes,
    @Nullable String sha256,
    @Nullable Boolean quantised,
    @Nullable String licence,
    boolean inUse,
    @Nullable ReasonView problem,
    @Nullable String calibration) {}
