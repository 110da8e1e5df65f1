package io.passim.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as it is asked for, not yet checked.
 *
 * @param collectionIds where the dataset is asked; null for its own contexts
 * @param reader which reader answers; null for the server's
 */
public record EvaluationRequest(
    String name,
    @Nullable List<String> collectionIds,
    @Nullable String reader,
    SquadDataset dataset) {

  /** With the server's reader. */
  public EvaluationRequest(
      String name, @Nullable List<String> collectionIds, SquadDataset dataset) {
    this(name, collectionIds, null, dataset);
  }
}
