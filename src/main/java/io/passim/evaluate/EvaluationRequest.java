package io.passim.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as it is asked for, not yet checked.
 *
 * @param collectionIds where the dataset is asked; null for its own contexts
 */
public record EvaluationRequest(
    String name, @Nullable List<String> collectionIds, SquadDataset dataset) {}
