# The migrate service: waits for the server, upgrades, ends. Built from the repository's root: docker compose build migrate
# It holds the command and the migrations, but neither the embedded server nor what only a developer's machine needs.
FROM node:26-slim AS build
WORKDIR /src
COPY . .
RUN npx -y pnpm@12.21.0 install --frozen-lockfile && npx -y pnpm@12.21.0 build \
  && npx -y pnpm@12.21.0 --filter godwit deploy --prod --no-optional /app

FROM node:26-slim
WORKDIR /work
ENV NODE_ENV=production
COPY --from=build /app /app
COPY tooling/docker/migrate.sh /usr/local/bin/migrate
COPY godwit.config.json .gmrc ./
COPY migrations ./migrations
USER node
ENTRYPOINT ["migrate"]
