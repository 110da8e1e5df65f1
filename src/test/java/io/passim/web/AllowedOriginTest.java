package io.passim.web;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A portal that embeds the widget is named, and only it may call. */
@QuarkusTest
@TestProfile(AllowedOriginTest.Portal.class)
class AllowedOriginTest {
  /** A server that knows one portal. */
  public static final class Portal implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("passim.access.allowed-origins", "https://portal.example");
    }
  }

  @Test
  void theNamedPortalMayCall() {
    given()
        .header("Origin", "https://portal.example")
        .get("/api/v1/collections")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://portal.example");
  }

  @Test
  void othersMayNot() {
    given()
        .header("Origin", "https://other.example")
        .get("/api/v1/collections")
        .then()
        .statusCode(403);
  }
}
