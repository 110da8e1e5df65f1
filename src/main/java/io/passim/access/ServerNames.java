package io.passim.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names by which a server may be asked: those that nobody else can have resolve to it. A page
 * of another site that does would be of the same origin as the server, and could read all of it
 * (DNS rebinding).
 *
 * @param named host names, in lower case
 */
record ServerNames(Set<String> named) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?");

  /** The hosts of these origins; what is no origin, such as a pattern, names none. */
  static ServerNames of(List<String> origins) {
    return new ServerNames(
        origins.stream()
            .map(ServerNames::host)
            .filter(Objects::nonNull)
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether a name is one of this machine's loopback interface. */
  static boolean isLoopback(String host) {
    return LOOPBACK.contains(host);
  }

  /**
   * Whether a host is an address, a name without a dot, which only the network itself can give, or
   * one that was named.
   */
  boolean include(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return !name.contains(".") || ADDRESS.matcher(name).matches() || named.contains(name);
  }

  private static @Nullable String host(String origin) {
    try {
      return URI.create(origin.strip()).getHost();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
