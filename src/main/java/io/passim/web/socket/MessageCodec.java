package io.passim.web.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import io.passim.web.protocol.ClientMessage;
import io.passim.web.protocol.ServerMessage;
import jakarta.enterprise.context.ApplicationScoped;

/** Messages as JSON text and back. */
@ApplicationScoped
class MessageCodec {
  private final ObjectMapper json;

  MessageCodec(ObjectMapper json) {
    this.json = json;
  }

  Decoded decode(String frame) {
    try {
      ClientMessage message = json.readValue(frame, ClientMessage.class);
      return message == null
          ? new Decoded.Invalid("malformed_message", "The message is not a JSON object.")
          : new Decoded.Message(message);
    } catch (InvalidTypeIdException e) {
      return new Decoded.Invalid(
          "unknown_message_type", "A message has a \"type\": hello, ask, stop or feedback.");
    } catch (JsonProcessingException e) {
      return new Decoded.Invalid(
          "malformed_message", "The message is not JSON of the expected shape.");
    }
  }

  String encode(ServerMessage message) {
    try {
      return json.writerFor(ServerMessage.class).writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message cannot be written", e);
    }
  }

  /** What a frame turned out to be. */
  sealed interface Decoded {
    record Message(ClientMessage message) implements Decoded {}

    record Invalid(String code, String detail) implements Decoded {}
  }
}
