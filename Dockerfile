# Builds, then keeps only what runs. Nothing is embedded here: DATABASE_URL and SMTP_URL are given.
FROM node:20-bookworm-slim AS build
WORKDIR /srv/siklus
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /srv/siklus
COPY --from=build /srv/siklus/package.json ./
COPY --from=build /srv/siklus/node_modules ./node_modules
COPY --from=build /srv/siklus/dist ./dist
COPY --from=build /srv/siklus/config ./config
COPY --from=build /srv/siklus/src/web/assets ./src/web/assets
# Evidence that is kept in a folder; a volume that is mounted here takes over its owner.
RUN mkdir -p data/evidence && chown -R node:node data
USER node
EXPOSE 3000
CMD ["node", "dist/src/main.js"]
