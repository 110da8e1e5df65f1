/**
 * The values every stage speaks of: a {@link io.passim.document.Document} and its normalised {@link
 * io.passim.document.DocumentText text}, {@link io.passim.document.Passage passages} of it, {@link
 * io.passim.document.CharSpan spans}, and how {@link io.passim.document.ListMarker items of lists}
 * begin.
 *
 * <p>All offsets are UTF-16 code units, half-open, against the normalised text of one document
 * version. All types are immutable and safe to share between threads; this package imports nothing.
 */
@NullMarked
package io.passim.document;

import org.jspecify.annotations.NullMarked;
