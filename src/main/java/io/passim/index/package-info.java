/**
 * Finds passages by their words and their vectors. The only importer of {@code org.apache.lucene}.
 *
 * <p>{@link io.passim.index.PassageIndex} takes the passages of a document in and gives back {@link
 * io.passim.index.PassageHit hits} with the parts of their scores. It is the seam behind which
 * another engine can stand.
 *
 * <p><b>Threads:</b> every method of {@code PassageIndex} may be called from any thread. Writes are
 * durable and visible when they return; a search sees one point in time.
 *
 * <p><b>Reference:</b> Robertson and Zaragoza, <i>The Probabilistic Relevance Framework: BM25 and
 * Beyond</i>, 2009.
 */
@NullMarked
package io.passim.index;

import org.jspecify.annotations.NullMarked;
