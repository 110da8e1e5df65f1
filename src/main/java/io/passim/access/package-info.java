/**
 * Who may reach the server. Without access control it listens on the loopback interface only, and
 * answers only to names of that interface, so that no page from elsewhere can talk to it through
 * somebody's browser, and to nobody through a proxy that says so.
 *
 * <p><b>Threads:</b> checks are stateless; the request filter runs on event loops and never blocks.
 */
@NullMarked
package io.passim.access;

import org.jspecify.annotations.NullMarked;
