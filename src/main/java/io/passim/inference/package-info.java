/**
 * Runs models. The only importer of {@code ai.onnxruntime} and of the tokenizer.
 *
 * <p>A model is a folder with {@code model.onnx}, {@code tokenizer.json} and a manifest {@code
 * model.json}; everything is checked when it is loaded, and nothing is ever fetched from elsewhere.
 *
 * <p><b>How to read:</b> take a {@link io.passim.inference.ReaderLease} from the {@link
 * io.passim.inference.ReaderModel}, let it cut question and passages into {@link
 * io.passim.inference.TokenWindow}s, run them, and give it back:
 *
 * <pre>
 * try (ReaderLease lease = model.lease(monitor::cancelled)) {
 *   List&lt;TokenWindow&gt; windows = lease.encode(question, texts);
 *   List&lt;WindowLogits&gt; logits = lease.run(windows);
 * }
 * </pre>
 *
 * <p><b>How to drop in another reader:</b> any extractive model of the BERT family that was
 * exported to ONNX, as {@code models/README.md} tells. Its {@code model.json} describes it ({@link
 * io.passim.inference.ModelManifest}). The tokenizer's own template places the special tokens, so
 * their layout may differ; a graph without {@code token_type_ids} is given none. What does not
 * belong together is found by a probing run at the start.
 *
 * <p><b>Tensors of a reader:</b> {@code input_ids}, {@code attention_mask} and, where the graph has
 * it, {@code token_type_ids}, int64 {@code [batch, sequence]}; {@code start_logits} and {@code
 * end_logits}, float32 {@code [batch, sequence]}.
 *
 * <p><b>Encoder:</b> {@link io.passim.inference.EncoderModel} turns a text into one vector of
 * length 1: the same inputs, and {@code embedding}, float32 {@code [batch, dimension]}, pooled and
 * normalised within the graph. Questions are encoded on a small pool of their own, passages on the
 * thread of the ingest that asks.
 *
 * <p><b>How windows run:</b> every reading's windows wait in one queue, earlier readings first and
 * those that nobody waits for, such as an evaluation's, last. A worker takes the first and, within
 * a budget of tokens, others of about its length: of the same reading, or of any where {@code
 * passim.inference.batch-tokens} is set. On the CPU there is one single-threaded worker per core
 * and every window runs alone: nothing is padded, no thread waits for another, and a window gives
 * the same bits whatever else is read. On a GPU ({@code -Pcuda}) many windows share a run. {@link
 * io.passim.inference.ReaderStatistics} counts runs, failures, padding and time, published as
 * {@code passim.reader.*}.
 *
 * <p><b>Another reader beside:</b> {@link io.passim.inference.ReaderFolders} lists the readers in
 * the models directory and loads one for whoever compares it; it gives way to the server's reader
 * before each run. The sessions that are open are published as {@code passim.reader.sessions}.
 *
 * <p><b>Threads:</b> native calls pin their carrier, so they run on a small, bounded, named pool of
 * platform threads; callers block, and may be virtual threads. Past the queue's bound callers are
 * refused at once with {@link io.passim.inference.OverloadedException}; what a cancelled or
 * interrupted caller still had waiting is withdrawn within about 20 ms.
 */
@NullMarked
package io.passim.inference;

import org.jspecify.annotations.NullMarked;
