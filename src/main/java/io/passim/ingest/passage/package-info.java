/**
 * Cuts a text into {@link io.passim.document.Passage}s: windows of whole sentences, about 100 words
 * long, with one sentence of overlap. A passage does not cross a heading, unless a section is too
 * short to stand alone. Every passage is a span of its document.
 *
 * <p><b>Threads:</b> pure and shared.
 *
 * <p><b>Reference:</b> Wang et al., <i>Multi-passage BERT</i>, 2019, for the window's length.
 */
@NullMarked
package io.passim.ingest.passage;

import org.jspecify.annotations.NullMarked;
