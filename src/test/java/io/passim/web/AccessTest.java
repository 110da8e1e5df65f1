package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without access control the server belongs to its own machine and its own pages. */
@QuarkusTest
class AccessTest {
  @Test
  void listensOnTheLoopbackInterface() {
    Assertions.assertEquals(
        "127.0.0.1", ConfigProvider.getConfig().getValue("quarkus.http.host", String.class));
  }

  @Test
  void otherNamesAreRefused() {
    given()
        .header("Host", "passim.example")
        .get("/api/v1/collections")
        .then()
        .statusCode(421)
        .body("code", equalTo("host_not_allowed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "x-forwarded-host"})
  void whoComesThroughAProxyIsRefused(String header) {
    given()
        .header(header, "192.0.2.1")
        .get("/api/v1/collections")
        .then()
        .statusCode(421)
        .body("code", equalTo("host_not_allowed"));
  }

  @Test
  void pagesFromElsewhereAreRefused() {
    given()
        .header("Origin", "https://elsewhere.example")
        .get("/api/v1/collections")
        .then()
        .statusCode(403);
  }

  @Test
  void pagesLoadNothingFromElsewhere() {
    for (String page :
        new String[] {
          "/",
          "/library",
          "/documents/d_1",
          "/search",
          "/evaluations",
          "/evaluations/e_1",
          "/curated",
          "/curated/new",
          "/reviews",
          "/embed-demo/"
        }) {
      given()
          .get(page)
          .then()
          .statusCode(200)
          .header("Content-Security-Policy", containsString("default-src 'self'"))
          .header("Cache-Control", "no-cache")
          .body(not(containsString("http://")))
          .body(not(containsString("https://")));
    }
    given().get("/no-such-page").then().statusCode(404);
  }

  @Test
  void theServerDescribesItself() {
    given().get("/q/openapi").then().statusCode(200).body(containsString("/api/v1/ask"));
    given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("jvm_memory"), containsString("passim_reader_windows_total"));
  }
}
