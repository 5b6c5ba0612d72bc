import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { SharedLimits, afterRunning } from '../../src/platform/after-running.js';

describe('a limit of running time', () => {
  it('aborts when it is over', async () => {
    const { signal } = afterRunning(2);
    await sleep(1200);
    const early = signal.aborted;
    await sleep(1200);

    expect([early, signal.aborted]).toEqual([false, true]);
    expect(String(signal.reason)).toContain('no end within 2 seconds');
  });

  it('does not when what it limits has ended', async () => {
    const limit = afterRunning(1);
    limit.end();
    await sleep(1200);

    expect(limit.signal.aborted).toBe(false);
  });

  it('counts a time in which the process stood still as one second', () => {
    const limit = afterRunning(3);
    const until = performance.now() + 4000;
    // Nothing else of the process goes on meanwhile, as if it had been stopped.
    while (performance.now() < until);

    expect(limit.signal.aborted).toBe(false);
    limit.end();
  });
});

describe('limits that are shared', () => {
  it('abort everything that began within their second, and nothing that began later', async () => {
    const limits = new SharedLimits(3);
    const first = limits.begin();
    const second = limits.begin();
    first.end();
    await sleep(1100);
    const later = limits.begin();
    await sleep(2200);

    expect([second.signal.aborted, later.signal.aborted]).toEqual([true, false]);
    expect(first.signal).toBe(second.signal);
    later.end();
  });

  it('end when the last of what they limit has', async () => {
    const limits = new SharedLimits(2);
    const [first, second] = [limits.begin(), limits.begin()];
    first.end();
    second.end();
    await sleep(2400);

    expect(first.signal.aborted).toBe(false);
  });
});
