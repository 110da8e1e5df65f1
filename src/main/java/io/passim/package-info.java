/**
 * Passim answers questions from people's own documents, word for word.
 *
 * <pre>
 * upload → ingest → ingest.parse → ingest.passage → index
 *
 * question (follow-up → standalone) → retrieve → read → rank → answer → conversation
 *        → web (REST), web.socket (chat) → browser
 *
 * evaluate asks all of it the questions of a dataset; command does so without a server
 *
 * below them: document (values), inference (models), store (records and originals), access (rights)
 * </pre>
 *
 * <p>Start reading at {@code io.passim.answer.QuestionAnswerer} and {@link
 * io.passim.ingest.DocumentIngester}. Which package may import which is encoded in {@code
 * ArchitectureTest}.
 */
@NullMarked
package io.passim;

import org.jspecify.annotations.NullMarked;
