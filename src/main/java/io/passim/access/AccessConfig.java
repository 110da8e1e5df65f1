package io.passim.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who may reach the server. */
@ConfigMapping(prefix = "passim.access")
public interface AccessConfig {
  /**
   * Whether everybody who can reach the server's network interface may use it. Must be said
   * outright before the server listens anywhere but on the loopback interface.
   */
  @WithDefault("false")
  boolean anonymousNetwork();

  /**
   * Origins of the portals whose pages may call this server, such as {@code
   * https://portal.example}; and that of this server as browsers know it, if that is another than
   * its address or a name without a dot, or if a proxy stands before it. By other names it is not
   * asked.
   */
  Optional<List<String>> allowedOrigins();
}
