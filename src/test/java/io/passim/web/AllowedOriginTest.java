package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.inference.LogRecords;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/**
 * A portal that embeds the widget is named, and so is the server's own address behind a proxy; only
 * they may call.
 */
@QuarkusTest
@TestProfile(AllowedOriginTest.Portal.class)
class AllowedOriginTest {
  /** A server behind a proxy, as the README has it, that knows one portal. */
  public static final class Portal implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "passim.access.anonymous-network", "true",
          "passim.access.allowed-origins", "https://portal.example,https://passim.example");
    }
  }

  @TestHTTPResource("/api/v1/chat")
  URI chat;

  /** A page of theirs would be of the server's own origin. */
  @Test
  void aNameThatSomebodyElseHasResolveToTheServerIsRefused() {
    for (String host : List.of("elsewhere.example", "elsewhere.example:8080")) {
      given()
          .header("Host", host)
          .header("Origin", "http://" + host)
          .get("/api/v1/collections")
          .then()
          .statusCode(421)
          .body("code", equalTo("host_not_allowed"), "detail", containsString("allowed-origins"));
    }
    given().header("Host", "passim.example").get("/api/v1/collections").then().statusCode(200);
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
  void ownPagesMayCallThroughAProxyThatSpeaksTls() {
    String collection = TestLibrary.collection();
    ownPage()
        .body(Map.of("question", "How much leave?", "collectionIds", List.of(collection)))
        .post("/api/v1/ask")
        .then()
        .statusCode(200);
    ownPage()
        .body(Map.of("name", "Leave"))
        .patch("/api/v1/collections/" + collection)
        .then()
        .statusCode(200);
    ownPage().delete("/api/v1/collections/" + collection).then().statusCode(204);
  }

  private static RequestSpecification ownPage() {
    return given()
        .header("Host", "passim.example")
        .header("Origin", "https://passim.example")
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-For", "192.0.2.1")
        .contentType("application/json");
  }

  @Test
  void ownPagesMayChatThroughAProxyThatSpeaksTls() {
    URI socket = URI.create(chat.toString().replaceFirst("^http", "ws"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      client
          .newWebSocketBuilder()
          .header("Origin", "https://passim.example")
          .buildAsync(socket, new WebSocket.Listener() {})
          .join()
          .abort();
    }
  }

  @Test
  void othersMayNotAndTheLogSaysSoOnce() {
    try (LogRecords log = LogRecords.of("io.passim.access.RefusedOrigins")) {
      for (int i = 0; i < 2; i++) {
        given()
            .header("Origin", "https://other.example")
            .get("/api/v1/collections")
            .then()
            .statusCode(403);
      }
      List<String> warnings = log.at(Level.WARNING);
      assertEquals(1, warnings.size(), warnings::toString);
      assertTrue(warnings.getFirst().contains("https://other.example"), warnings::toString);
    }
  }
}
