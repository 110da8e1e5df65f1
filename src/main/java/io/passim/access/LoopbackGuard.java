package io.passim.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a server without access control to its own machine: it refuses to start on another
 * interface, and refuses requests under another name (a page that has its name resolve to 127.0.0.1
 * would otherwise read it: DNS rebinding), and those that say that a proxy forwards them for
 * somebody else. A proxy that says nothing and asks under a name of this machine goes unnoticed.
 */
@ApplicationScoped
class LoopbackGuard {
  private static final Set<String> LOOPBACK_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"Misdirected request","status":421,\
      "detail":"This server answers to localhost only, and not through a proxy.","code":"host_not_allowed"}\
      """;

  /** Before everything else that handles requests. */
  static final int FIRST = 10_000;

  private final AccessConfig config;
  private final String host;

  LoopbackGuard(AccessConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
    this.config = config;
    this.host = host;
  }

  void checkInterface(@Observes @Priority(1) StartupEvent event) {
    if (!config.anonymousNetwork() && !isLoopback(host)) {
      throw new IllegalStateException(
          "Passim would listen on "
              + host
              + " without access control: set quarkus.http.host to 127.0.0.1, or"
              + " passim.access.anonymous-network=true if everybody on that network may use it.");
    }
  }

  void guard(@Observes Filters filters) {
    if (!config.anonymousNetwork()) {
      filters.register(LoopbackGuard::checkRequest, FIRST);
    }
  }

  private static void checkRequest(RoutingContext context) {
    HttpServerRequest request = context.request();
    HostAndPort authority = request.authority();
    if (authority != null
        && LOOPBACK_NAMES.contains(authority.host())
        && request.headers().names().stream().noneMatch(LoopbackGuard::isOfProxy)) {
      context.next();
      return;
    }
    request
        .response()
        .setStatusCode(421)
        .putHeader("Content-Type", "application/problem+json")
        .end(PROBLEM);
  }

  private static boolean isOfProxy(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.equals("forwarded") || name.startsWith("x-forwarded-");
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
