/**
 * What travels on the wire, version 1: the messages of the chat socket and the bodies of the REST
 * resources, as records and nothing else.
 *
 * <p>Names and shapes are a contract with other people's portals: additions are allowed, renaming
 * or removing is a new version. The golden messages in {@code src/test/resources/protocol} hold
 * both this package and the browser's types to it. Offsets are UTF-16 code units, half-open.
 *
 * <p><b>Threads:</b> immutable values.
 */
@NullMarked
package io.passim.web.protocol;

import org.jspecify.annotations.NullMarked;
