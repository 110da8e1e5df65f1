package io.passim.ingest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the index is being filled again. The server is ready all the same: it answers from
 * what is there.
 */
@Readiness
@Singleton
class IndexHealth implements HealthCheck {
  private final IndexRestoration restoration;

  @Inject
  IndexHealth(IndexRestoration restoration) {
    this.restoration = restoration;
  }

  @Override
  public HealthCheckResponse call() {
    int left = restoration.left();
    return HealthCheckResponse.named("index")
        .up()
        .withData("restoring", left > 0)
        .withData("documentsLeft", left)
        .build();
  }
}
