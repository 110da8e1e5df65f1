package io.passim.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Tells the log which origins were refused, each once: to people, a server behind a proxy that does
 * not know its own public origin merely looks broken.
 */
@ApplicationScoped
class RefusedOrigins {
  private static final Logger LOG = Logger.getLogger(RefusedOrigins.class);

  /** Whoever can reach the server can make origins up. */
  static final int MOST = 20;

  private static final int LONGEST = 200;
  private static final int FORBIDDEN = 403;

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  void watch(@Observes Filters filters) {
    filters.register(this::watch, LoopbackGuard.FIRST);
  }

  /** Nothing but the check of origins answers with this status. */
  private void watch(RoutingContext context) {
    String origin = context.request().getHeader(HttpHeaders.ORIGIN);
    if (origin != null) {
      context.addHeadersEndHandler(_ -> {
        if (context.response().getStatusCode() == FORBIDDEN) {
          tell(origin);
        }
      });
    }
    context.next();
  }

  void tell(String origin) {
    String printable =
        origin.substring(0, Math.min(LONGEST, origin.length())).replaceAll("[^\\x21-\\x7e]", "?");
    if (told.size() < MOST && told.add(printable)) {
      LOG.warnf(
          "Calls by pages of %s are refused: if it embeds the widget, or is the address of this"
              + " server behind a proxy, name it in passim.access.allowed-origins",
          printable);
    }
  }
}
