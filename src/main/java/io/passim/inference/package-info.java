/**
 * Runs models. The only importer of {@code ai.onnxruntime} and of the tokenizer.
 *
 * <p>A model is a folder with {@code model.onnx}, {@code tokenizer.json} and a manifest {@code
 * model.json}; everything is checked when it is loaded, and nothing is ever fetched from elsewhere.
 *
 * <p><b>Tensors of a reader:</b> {@code input_ids}, {@code attention_mask} and, where the graph has
 * it, {@code token_type_ids}, int64 {@code [batch, sequence]}; {@code start_logits} and {@code
 * end_logits}, float32 {@code [batch, sequence]}.
 *
 * <p><b>Threads:</b> native calls pin their carrier, so they run on a small, bounded, named pool of
 * platform threads; callers block. Past the queue's bound callers are refused at once.
 */
@NullMarked
package io.passim.inference;

import org.jspecify.annotations.NullMarked;
