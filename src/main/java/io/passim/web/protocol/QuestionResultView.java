package io.passim.web.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one question of an evaluation.
 *
 * @param expected references; empty if there is no answer
 * @param predicted the answer that was given; empty for an abstention
 * @param best the best candidate whatever its confidence, null with its figures if there was none
 * @param documentDeleted whether the words of both are gone with their document: {@code predicted}
 *     is empty and {@code best} null then, and the figures stay
 * @param rank of the first of 20 passages that holds a reference, from 1; null if none does
 * @param cause why it was not answered rightly, null if it was
 */
public record QuestionResultView(
    String id,
    String question,
    String type,
    @Nullable String language,
    List<String> expected,
    String predicted,
    @Nullable String best,
    boolean exact,
    double f1,
    @Nullable Double bestF1,
    @Nullable Double confidence,
    @Nullable Integer rank,
    @Nullable String cause,
    double latencyMs,
    boolean documentDeleted) {}
