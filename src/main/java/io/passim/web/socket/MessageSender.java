package io.passim.web.socket;

import io.passim.web.protocol.ServerMessage;
import io.quarkus.websockets.next.WebSocketConnection;
import org.jboss.logging.Logger;

/** Sends messages to one browser, in order and without blocking. Any thread may send. */
record MessageSender(WebSocketConnection connection, MessageCodec codec) {
  private static final Logger LOG = Logger.getLogger(MessageSender.class);

  void send(ServerMessage message) {
    if (connection.isClosed()) {
      return;
    }
    connection
        .sendText(codec.encode(message))
        .subscribe()
        .with(sent -> {}, failure -> LOG.debug("A message was not sent", failure));
  }

  /** Size of a message on the wire, in UTF-16 code units. */
  int size(ServerMessage message) {
    return codec.encode(message).length();
  }
}
