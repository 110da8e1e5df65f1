/**
 * Conversations: turns, their history as {@link io.passim.question.DialogueContext}, and the events
 * that everybody who follows a conversation sees in the same order.
 *
 * <p>An answer is stored before anybody sees it. Every event of a conversation has a number that
 * rises by one, so that who was away is told what was missed, and nothing twice. A crash may leave
 * out up to a thousand numbers; only one on a full disk, where none can be reserved, may give some
 * again. An answer whose document is gone keeps its place but not its words.
 *
 * <p>A question outlives the connection it was asked on for a grace ({@link
 * io.passim.conversation.ConversationConfig#reconnectGrace}), and whoever comes back within it is
 * told the answer. Then it is stopped, so that readers work for nobody who has gone; asked again
 * under the same id, it is answered anew.
 *
 * <p><b>Threads:</b> {@link io.passim.conversation.Conversations} may be called from any thread;
 * listeners are called in order, under the conversation's lock, and must not block.
 */
@NullMarked
package io.passim.conversation;

import org.jspecify.annotations.NullMarked;
