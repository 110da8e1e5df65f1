package io.passim.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The addresses of the application's pages. The browser's router tells them apart, so each is the
 * same file; an address that is no page stays a 404.
 */
@ApplicationScoped
class PageRoutes {
  void route(@Observes Router router) {
    router.get("/library").handler(PageRoutes::page);
    router.get("/documents/:id").handler(PageRoutes::page);
    router.get("/search").handler(PageRoutes::page);
    router.get("/evaluations").handler(PageRoutes::page);
    router.get("/evaluations/:id").handler(PageRoutes::page);
    router.get("/curated").handler(PageRoutes::page);
    router.get("/curated/:id").handler(PageRoutes::page);
    router.get("/reviews").handler(PageRoutes::page);
    router.getWithRegex("/embed-demo").handler(context -> context.redirect("/embed-demo/"));
  }

  private static void page(RoutingContext context) {
    context.reroute("/index.html");
  }
}
