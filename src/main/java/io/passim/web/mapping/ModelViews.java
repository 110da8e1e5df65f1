package io.passim.web.mapping;

import io.passim.answer.AvailableReader;
import io.passim.document.Problem;
import io.passim.web.protocol.DocumentView.ReasonView;
import io.passim.web.protocol.ModelView;

/** Readers for the wire. */
public final class ModelViews {
  private ModelViews() {}

  public static ModelView of(AvailableReader reader) {
    AvailableReader.Facts facts = reader.facts();
    Problem problem = reader.problem();
    return new ModelView(
        reader.name(),
        facts == null ? null : facts.languages(),
        facts == null ? null : facts.bytes(),
        facts == null ? null : facts.sha256(),
        facts == null ? null : facts.quantised(),
        facts == null ? null : facts.licence(),
        reader.inUse(),
        problem == null ? null : new ReasonView(problem.code(), problem.detail()),
        reader.calibration());
  }
}
