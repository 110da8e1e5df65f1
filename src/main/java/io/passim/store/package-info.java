/**
 * Keeps records (JDBC, embedded H2 by default), originals (files named by their hash) and
 * normalised texts with the places of recognised words; also evaluations, with their datasets until
 * they have run.
 *
 * <p>What a client is told to be safe is on stable storage; turns of conversations and progress
 * outlive the process, and a loss of power only after the database's next sync. Migrations are
 * applied at start.
 *
 * <p><b>Threads:</b> every repository may be called from any thread.
 */
@NullMarked
package io.passim.store;

import org.jspecify.annotations.NullMarked;
