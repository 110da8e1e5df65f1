/**
 * Formats → {@link io.passim.document.DocumentText}: normalised text with its pages and headings,
 * and where recognised words stand on the pages of a scan.
 *
 * <p>Files are untrusted. They are parsed in a worker process with limits on heap, disk, time and
 * output, and without network; a file that kills its worker fails with a reason, and the server
 * goes on.
 *
 * <p><b>Threads:</b> one file per worker at a time; callers block.
 */
@NullMarked
package io.passim.ingest.parse;

import org.jspecify.annotations.NullMarked;
