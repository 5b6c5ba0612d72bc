import type { Temporal } from 'temporal-polyfill';
import { previewOf, type Preview } from '../../src/domain/preview.js';
import { carryOut, type Act } from './commands.js';
import type { World } from './world.js';

export function preview(world: World, at: Temporal.Instant, act: Act): Preview {
  return previewOf(world.standing, at, (draft) => carryOut(draft, act));
}
