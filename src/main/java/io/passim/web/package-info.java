/**
 * The REST resources under {@code /api/v1}, the pages, and how errors are told. Resources map and
 * delegate; whatever has a reason to change for other grounds than the wire lives elsewhere.
 *
 * <p>Errors are RFC 9457 problems with a stable {@code code}.
 *
 * <p><b>Threads:</b> resources run on virtual threads.
 */
@NullMarked
package io.passim.web;

import org.jspecify.annotations.NullMarked;
