package io.passim.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

@Singleton
final class JdbiMilestones implements Milestones {
  private final Jdbi jdbi;

  @Inject
  JdbiMilestones(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean reached(String name) {
    return jdbi.withHandle(handle ->
        handle
                .createQuery("SELECT COUNT(*) FROM milestones WHERE name = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .one()
            > 0);
  }

  @Override
  public void reach(String name) {
    try {
      jdbi.useHandle(handle ->
          handle
              .createUpdate("INSERT INTO milestones VALUES (:name, :now)")
              .bind("name", name)
              .bind("now", OffsetDateTime.now(ZoneOffset.UTC))
              .execute());
    } catch (UnableToExecuteStatementException e) {
      if (!Constraints.violatedBy(e)) {
        throw e;
      }
    }
  }
}
