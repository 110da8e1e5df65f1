package io.passim.store;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** Puts {@link Jdbi} over the configured database, migrated by Flyway before anything starts. */
final class JdbiProducer {
  private JdbiProducer() {}

  @Produces
  @Singleton
  static Jdbi jdbi(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource);
    // By default a failure tells the values too, and failures are logged: people's words are among
    // them.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }
}
