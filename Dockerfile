# The bot as one static program in an image that holds nothing else: no shell,
# no package manager, no user but nonroot.

FROM --platform=$BUILDPLATFORM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG TARGETOS TARGETARCH VERSION=dev
RUN --mount=type=cache,target=/cache \
    GOCACHE=/cache CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -buildvcs=false -ldflags "-s -w -X main.version=$VERSION" -o /image/cchcbot ./cmd/cchcbot
RUN mkdir /data

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build --chown=65532:65532 /data /data
COPY --from=build /image/cchcbot /cchcbot
USER 65532:65532
ENV CCHCBOT_DATABASE=sqlite:/data/cchcbot.db CCHCBOT_HEALTH_ADDR=127.0.0.1:8025
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["/cchcbot", "healthcheck"]
ENTRYPOINT ["/cchcbot"]
CMD ["serve"]
