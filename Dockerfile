# Passim on the CPU. Build: docker build -t passim .
# Run (this machine only):
#   docker run -p 127.0.0.1:8080:8080 -v passim-data:/var/lib/passim -e PASSIM_ACCESS_ANONYMOUS_NETWORK=true passim
# The server has no access control of its own yet: whoever reaches the published port may use it,
# which is why it must be said outright.

FROM node:22-bookworm-slim AS build
COPY --from=eclipse-temurin:25-jdk /opt/java/openjdk /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl unzip \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN ./mvnw -B -ntp -DskipTests package

FROM eclipse-temurin:25-jre-noble
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl tesseract-ocr tesseract-ocr-eng tesseract-ocr-fra \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/passim --create-home passim
WORKDIR /opt/passim
COPY --from=build /build/target/quarkus-app/ ./
COPY models/ models/
COPY documents/ documents/
ENV PASSIM_DATA_DIR=/var/lib/passim \
    QUARKUS_HTTP_HOST=0.0.0.0 \
    DJL_OFFLINE=true \
    OPT_OUT_TRACKING=true \
    ORT_DISABLE_TELEMETRY=1
VOLUME /var/lib/passim
USER passim
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=3 \
    CMD curl -fsS -H 'Host: localhost' http://127.0.0.1:8080/q/health/ready || exit 1
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector", "-XX:MaxRAMPercentage=50", "-jar", "quarkus-run.jar"]
