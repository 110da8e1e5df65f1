package io.passim.ingest;

import io.passim.document.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The queue of all collections.
 *
 * @param waiting documents that nobody works on yet
 * @param running documents that are being taken in
 * @param bytesLeft of the originals of both
 * @param bytesPerSecond of the last minutes, null if nothing was read in them
 * @param pagesPerSecond likewise
 * @param timeLeft at that rate; null if it is unknown or nothing is left
 * @param withoutVectors passages that words find and vectors do not yet
 * @param stalled what documents wait for that the server lacks, null if they only wait for their
 *     turn
 */
public record IngestStatus(
    int waiting,
    int running,
    long bytesLeft,
    @Nullable Double bytesPerSecond,
    @Nullable Double pagesPerSecond,
    @Nullable Duration timeLeft,
    int withoutVectors,
    @Nullable Problem stalled) {}
