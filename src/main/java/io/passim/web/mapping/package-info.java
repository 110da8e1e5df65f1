/**
 * Turns what the stages and the conversations know into what travels on the wire. Used by the REST
 * resources and the socket alike, so that both say the same thing in the same words.
 *
 * <p><b>Threads:</b> pure functions.
 */
@NullMarked
package io.passim.web.mapping;

import org.jspecify.annotations.NullMarked;
