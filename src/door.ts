import type { GivenSettings } from './platform/settings.js';
import type { Door } from './waiting-room.js';

/** A worker answers nobody but whoever watches it, and only where it is told to. */
export function doorOf({ role, host, port, healthPort }: GivenSettings): Door {
  if (role !== 'worker') return { host, port };
  return healthPort === null ? null : { host, port: healthPort };
}
