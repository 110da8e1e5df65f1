/**
 * Keeps records (JDBC, embedded H2 by default), originals (files named by their hash) and
 * normalised texts with the places of recognised words; also evaluations, with their datasets until
 * they have run.
 *
 * <p>What a method here has returned from is on stable storage. Migrations are applied at start.
 *
 * <p><b>Threads:</b> every repository may be called from any thread.
 */
@NullMarked
package io.passim.store;

import org.jspecify.annotations.NullMarked;
