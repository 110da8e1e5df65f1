package io.passim.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The REST interface, with nothing of Passim's own code. */
final class PassimClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String BOUNDARY = "passim-it-5f0c1d";
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration INGEST = Duration.ofMinutes(2);
  private static final Set<String> FINAL = Set.of("ready", "superseded", "failed");

  private final URI address;

  PassimClient(URI address) {
    this.address = address;
  }

  boolean isReady() throws IOException {
    return get("/q/health/ready").statusCode() == 200;
  }

  /**
   * What the server says of its index: whether it is {@code restoring}, and {@code documentsLeft}.
   */
  JsonNode indexHealth() throws IOException {
    JsonNode checks = json(200, get("/q/health/ready")).get("checks");
    return StreamSupport.stream(checks.spliterator(), false)
        .filter(check -> check.get("name").asText().equals("index"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing of the index in " + checks))
        .get("data");
  }

  /** What is being taken in. */
  JsonNode queue() throws IOException {
    return json(200, get("/api/v1/ingest"));
  }

  /** Creates a collection; returns its id. */
  String createCollection(String name) throws IOException {
    return json(201, post("/api/v1/collections", Map.of("name", name))).get("id").asText();
  }

  /** Creates collections until one is refused; returns the status and the code of that. */
  String refusalOfCollections() throws IOException {
    HttpResponse<byte[]> response;
    do {
      response = post("/api/v1/collections", Map.of("name", UUID.randomUUID().toString()));
    } while (response.statusCode() == 201);
    return problem(response);
  }

  JsonNode collection(String id) throws IOException {
    return StreamSupport.stream(json(200, get("/api/v1/collections")).spliterator(), false)
        .filter(collection -> collection.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no collection " + id));
  }

  /** Uploads files in one request; returns the documents in the order of the files. */
  JsonNode upload(String collection, List<Upload> files) throws IOException {
    return json(202, post(collection, files));
  }

  /** The status and the code with which an upload is refused. */
  String refusalOf(String collection, Upload file) throws IOException {
    return problem(post(collection, List.of(file)));
  }

  private static String problem(HttpResponse<byte[]> response) throws IOException {
    return response.statusCode() + " " + JSON.readTree(response.body()).path("code").asText();
  }

  private HttpResponse<byte[]> post(String collection, List<Upload> files) throws IOException {
    return send(
        request("/api/v1/collections/" + collection + "/documents")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(multipart(files)))
            .build());
  }

  /** Uploads a file and waits until it is final. */
  JsonNode ingest(String collection, Upload file) throws IOException {
    String id = upload(collection, List.of(file)).get(0).get("id").asText();
    awaitFinal(collection);
    awaitVectors();
    return document(id);
  }

  JsonNode documents(String collection) throws IOException {
    return json(200, get("/api/v1/collections/" + collection + "/documents"));
  }

  JsonNode document(String id) throws IOException {
    return json(200, get("/api/v1/documents/" + id));
  }

  String text(String documentId) throws IOException {
    return json(200, get("/api/v1/documents/" + documentId + "/text")).get("text").asText();
  }

  byte[] content(String documentId) throws IOException {
    HttpResponse<byte[]> response = get("/api/v1/documents/" + documentId + "/content");
    assertEquals(200, response.statusCode(), () -> body(response));
    return response.body();
  }

  void delete(String documentId) throws IOException {
    HttpResponse<byte[]> response =
        send(request("/api/v1/documents/" + documentId).DELETE().build());
    assertEquals(204, response.statusCode(), () -> body(response));
  }

  /** The status of a GET. */
  int status(String path) throws IOException {
    return get(path).statusCode();
  }

  JsonNode ask(String collection, String question) throws IOException {
    return json(
        200,
        post(
            "/api/v1/ask",
            Map.of("question", question, "collectionIds", List.of(collection), "explain", true)));
  }

  /** How a question ends that is asked in the chat: {@code answer}, or the code of its error. */
  String chat(String collection, String question) throws IOException {
    String ask =
        JSON.writeValueAsString(
            Map.of(
                "type",
                "ask",
                "id",
                UUID.randomUUID().toString(),
                "question",
                question,
                "collectionIds",
                List.of(collection)));
    ChatEnd end = new ChatEnd();
    WebSocket socket =
        HTTP.newWebSocketBuilder()
            .buildAsync(
                URI.create("ws" + address.resolve("/api/v1/chat").toString().substring(4)), end)
            .join();
    try {
      socket.sendText(ask, true).join();
      return end.await(TIMEOUT);
    } finally {
      socket.abort();
    }
  }

  /** The passages that share a word with the query, best by their words first. */
  JsonNode search(String collection, String query) throws IOException {
    JsonNode found =
        json(
            200,
            post(
                "/api/v1/search",
                Map.of("query", query, "collectionIds", List.of(collection), "limit", 100)));
    JsonNode scores = found.get("retrieval");
    ArrayNode byWords = JSON.createArrayNode();
    IntStream.range(0, scores.size())
        .filter(i -> words(scores, i) > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -words(scores, i)))
        .forEach(i -> byWords.add(found.get("passages").get(i)));
    return byWords;
  }

  private static double words(JsonNode scores, int i) {
    return scores.get(i).get("lexical").asDouble();
  }

  JsonNode conversation(String id) throws IOException {
    return json(200, get("/api/v1/conversations/" + id));
  }

  /** Waits until every document of a collection is ready or failed. */
  void awaitFinal(String collection) {
    await()
        .atMost(INGEST)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> {
          JsonNode documents = documents(collection);
          return finals(documents) == documents.size();
        });
  }

  /** From then on the same question has the same answer, to the byte. */
  void awaitVectors() {
    await().atMost(INGEST).until(() -> queue().get("withoutVectors").asInt() == 0);
  }

  /** How many of these documents are ready or failed. */
  static int finals(JsonNode documents) {
    int finals = 0;
    for (JsonNode document : documents) {
      finals += isFinal(document) ? 1 : 0;
    }
    return finals;
  }

  static boolean isFinal(JsonNode document) {
    return FINAL.contains(document.get("status").asText());
  }

  private HttpResponse<byte[]> get(String path) throws IOException {
    return send(request(path).GET().build());
  }

  private HttpResponse<byte[]> post(String path, Map<String, ?> body) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT);
  }

  private static HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return HTTP.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted at " + request.uri(), e);
    }
  }

  private static JsonNode json(int status, HttpResponse<byte[]> response) throws IOException {
    assertEquals(status, response.statusCode(), () -> response.uri() + ": " + body(response));
    return JSON.readTree(response.body());
  }

  private static String body(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static byte[] multipart(List<Upload> files) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Upload file : files) {
      body.writeBytes(
          """
          --%s\r
          Content-Disposition: form-data; name="file"; filename="%s"\r
          Content-Type: application/octet-stream\r
          \r
          """
              .formatted(BOUNDARY, file.name())
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(file.content());
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }
}
