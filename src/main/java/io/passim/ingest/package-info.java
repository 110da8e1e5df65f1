/**
 * Takes documents in: upload → original on disk → parse → passages → index → ready.
 *
 * <p>An acknowledged upload survives any crash: jobs are rows, and whatever is not final is taken
 * up again at the next start. {@link io.passim.ingest.IngestOutcome} is the closed set of endings.
 *
 * <p><b>Threads:</b> uploads run on the caller's thread; parsing and indexing on a small pool.
 */
@NullMarked
package io.passim.ingest;

import org.jspecify.annotations.NullMarked;
