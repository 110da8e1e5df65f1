package io.passim.ingest;

import io.passim.document.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether documents wait for something that the server lacks, and for what. The server is
 * ready all the same: it answers from what it has taken in.
 */
@Readiness
@Singleton
class IngestHealth implements HealthCheck {
  private final IngestStall stall;

  @Inject
  IngestHealth(IngestStall stall) {
    this.stall = stall;
  }

  @Override
  public HealthCheckResponse call() {
    Problem problem = stall.problem().orElse(null);
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("ingest").up().withData("stalled", problem != null);
    return problem == null
        ? response.build()
        : response.withData("code", problem.code()).withData("detail", problem.detail()).build();
  }
}
