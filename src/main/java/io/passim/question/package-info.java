/**
 * What was asked: a {@link io.passim.question.Question} within its {@link
 * io.passim.question.DialogueContext} becomes a {@link io.passim.question.StandaloneQuestion} that
 * can be answered without the conversation.
 *
 * <p>A follow-up is rewritten without a language model: topic words of earlier turns are carried by
 * their index statistics, after Historical Query Expansion (Yang et al., <i>Query and Answer
 * Expansion from Conversation History</i>, TREC CAsT 2019).
 *
 * <p><b>Threads:</b> values are immutable; the rewriter is stateless and shared.
 */
@NullMarked
package io.passim.question;

import org.jspecify.annotations.NullMarked;
