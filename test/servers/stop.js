export default async function stop() {
  const { postgres, redis } = globalThis.siklusServers;
  await redis.stop();
  await postgres.stop();
}
