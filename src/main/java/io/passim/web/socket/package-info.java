/**
 * The chat socket at {@code /api/v1/chat}: decodes messages, delegates to {@link
 * io.passim.conversation.Conversations}, encodes what comes back.
 *
 * <p><b>Threads:</b> messages of a connection are handled one after the other on virtual threads; a
 * question is answered on a virtual thread of its own, so that {@code stop} is heard meanwhile.
 */
@NullMarked
package io.passim.web.socket;

import org.jspecify.annotations.NullMarked;
