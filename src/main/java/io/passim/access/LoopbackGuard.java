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
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a server without access control to its own machine: it refuses to start on another
 * interface, and refuses requests under another name (a page that has its name resolve to 127.0.0.1
 * would otherwise read it: DNS rebinding), and those that say that a proxy forwards them for
 * somebody else. A proxy that says nothing and asks under a name of this machine goes unnoticed.
 *
 * <p>A server that everybody on the network may use is asked by its {@link ServerNames} only.
 */
@ApplicationScoped
class LoopbackGuard {
  private static final String OF_THIS_MACHINE =
      """
      {"type":"about:blank","title":"Misdirected request","status":421,\
      "detail":"This server answers to localhost only, and not through a proxy.","code":"host_not_allowed"}\
      """;
  private static final String OF_THE_NETWORK =
      """
      {"type":"about:blank","title":"Misdirected request","status":421,\
      "detail":"This server does not go by this name. If it should, its operator adds the address to \
      passim.access.allowed-origins.","code":"host_not_allowed"}\
      """;

  /** Before everything else that handles requests. */
  static final int FIRST = 10_000;

  private final AccessConfig config;
  private final ServerNames names;
  private final String host;

  LoopbackGuard(AccessConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
    this.config = config;
    names = ServerNames.of(config.allowedOrigins().orElse(List.of()));
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
    filters.register(this::checkRequest, FIRST);
  }

  private void checkRequest(RoutingContext context) {
    HttpServerRequest request = context.request();
    HostAndPort authority = request.authority();
    if (authority != null && mayBeAsked(authority.host(), request)) {
      context.next();
      return;
    }
    request
        .response()
        .setStatusCode(421)
        .putHeader("Content-Type", "application/problem+json")
        .end(config.anonymousNetwork() ? OF_THE_NETWORK : OF_THIS_MACHINE);
  }

  private boolean mayBeAsked(String name, HttpServerRequest request) {
    return config.anonymousNetwork()
        ? names.include(name)
        : ServerNames.isLoopback(name)
            && request.headers().names().stream().noneMatch(LoopbackGuard::isOfProxy);
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
