// A mail server that does next to nothing, in a process of its own: what is measured is the sender.
// It takes every mail, and tells its parent how many it has.
import { createServer } from 'node:net';

const answers = {
  EHLO: '250-sink\r\n250 PIPELINING\r\n',
  HELO: '250 sink\r\n',
  MAIL: '250 ok\r\n',
  RCPT: '250 ok\r\n',
  RSET: '250 ok\r\n',
  NOOP: '250 ok\r\n',
  DATA: '354 go on\r\n',
};
let mails = 0;
let bytes = 0;

const server = createServer((socket) => {
  let inData = false;
  let rest = '';
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    bytes += chunk.length;
    rest += chunk.toString('latin1');
    let answer = '';
    for (;;) {
      const end = inData ? rest.indexOf('\r\n.\r\n') : rest.indexOf('\r\n');
      if (end < 0) break;
      const line = rest.slice(0, end);
      rest = rest.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        mails += 1;
        answer += '250 taken\r\n';
        continue;
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'QUIT') return void socket.end('221 bye\r\n');
      inData = verb === 'DATA';
      answer += answers[verb] ?? '502 what\r\n';
    }
    if (answer !== '') socket.write(answer);
  });
  socket.write('220 sink\r\n');
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('message', () => process.send({ mails, bytes }));
process.on('disconnect', () => process.exit(0));
