import type { Temporal } from 'temporal-polyfill';
import { decide } from '../../src/domain/commands/decide.js';
import { previewOf, type Preview } from '../../src/domain/preview.js';
import type { Act } from './commands.js';
import type { World } from './world.js';

export function preview(world: World, at: Temporal.Instant, act: Act): Preview {
  const command = typeof act === 'function' ? act(at) : act;
  return previewOf(world.standing, at, (draft) => decide(draft, command));
}
