// One contender in a process of its own, so that its seconds of CPU are its own.
import 'reflect-metadata';
import { clearInterval, setInterval } from 'node:timers';
import { contenders } from './contenders.js';

const given = JSON.parse(process.argv[2]);
const contender = await contenders[given.name](given);
const cpu = process.cpuUsage();
const from = performance.now();
// For whoever wants to know how its memory goes.
const reports = given.reports
  ? setInterval(() => {
      globalThis.gc?.();
      process.send({ memory: process.memoryUsage() });
    }, 1000)
  : null;
await contender.send();
const seconds = (performance.now() - from) / 1000;
clearInterval(reports);
const { user, system } = process.cpuUsage(cpu);
process.send({ seconds, cpuSeconds: (user + system) / 1e6 });
await contender.stop();
process.disconnect();
process.exit(0);
