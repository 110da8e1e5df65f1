package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Following the documents of a collection. */
@QuarkusTest
class EventsResourceTest {
  @TestHTTPResource("/")
  URI server;

  @Test
  @Timeout(60)
  void tellsUntilTheDocumentIsReady() throws Exception {
    String collection = TestLibrary.collection();
    try (HttpClient client = HttpClient.newHttpClient();
        InputStream body =
            client
                .send(
                    HttpRequest.newBuilder(
                            server.resolve("/api/v1/collections/" + collection + "/events"))
                        .build(),
                    BodyHandlers.ofInputStream())
                .body();
        BufferedReader events =
            new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      byte[] words = "The canteen opens at noon.".getBytes(StandardCharsets.UTF_8);
      String id =
          TestLibrary.upload(collection, "a.txt", words)
              .then()
              .statusCode(202)
              .extract()
              .path("[0].id");
      assertEquals("data:", next(events, "\"ready\"").substring(0, 5));
      given().delete("/api/v1/documents/" + id).then().statusCode(204);
      next(events, "event:deleted");
      assertEquals("data:{\"id\":\"" + id + "\"}", events.readLine());
    }
  }

  /** The next line that contains {@code words}. */
  private static String next(BufferedReader events, String words) throws IOException {
    String line = "";
    while (!line.contains(words)) {
      line = events.readLine();
      assertNotNull(line, words + " never came");
    }
    return line;
  }
}
