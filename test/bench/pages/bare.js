// The least that a page can take: the bytes that its parent hands over, from Node's own server.
import { createServer } from 'node:http';

process.once('message', ({ page }) => {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
  );
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
});
process.once('disconnect', () => process.exit());
