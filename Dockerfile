# The integration service with a worker; `npm run worker` as the command runs one more worker.
FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY connector connector
COPY solution solution
COPY tsconfig.json ./
USER node
# Beyond its own container the service listens only where AUTH_MODE says who may call.
ENV INTEGRATION_HOST=0.0.0.0 INTEGRATION_PORT=8081
EXPOSE 8081
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s \
  CMD node -e "fetch('http://127.0.0.1:' + process.env.INTEGRATION_PORT + '/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"
CMD ["npm", "run", "-s", "service"]
