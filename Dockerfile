# Riposte in a container: Next's standalone output, an ordinary user, nothing to write but the state. How to run it, and
# what it cannot do from there: docs/install/container.md.
FROM node:24-bookworm-slim AS build
WORKDIR /src
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
# No package runs a script of its own here; that of the image would be root.
RUN npm ci --ignore-scripts --no-audit --no-fund --include=dev
COPY . .
RUN RIPOSTE_STANDALONE=1 node node_modules/next/dist/bin/next build \
 && cp -r public .next/standalone/public \
 && cp -r .next/static .next/standalone/.next/static

FROM node:24-bookworm-slim
# What is not there cannot be used: npm and its caches go, no shell is needed.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* \
 && install -d -o 65534 -g 65534 -m 0700 /state
WORKDIR /app
# Owned by root: the user it runs as can read its own program, and not change it.
COPY --from=build --chown=0:0 /src/.next/standalone /app
COPY --from=build --chown=0:0 /src/LICENSE /app/LICENSE
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NODE_OPTIONS=--disable-warning=ExperimentalWarning \
    HOSTNAME=0.0.0.0 PORT=3000 RIPOSTE_STATE_DIR=/state RIPOSTE_MANAGER_DIR=/var/ossec
USER 65534:65534
VOLUME ["/state"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
ENTRYPOINT ["node", "server.js"]
