import type { Command } from 'commander';
import type { Door } from './door.js';

/** For whoever has lost a telephone, or left: at the command line. */
export function addSignOut(program: Command, { settings, print }: Door): void {
  program
    .command('sign-out')
    .description('ends every session of somebody, and the links that are under way to them')
    .argument('<email>', 'whose')
    .action(async (email: string) => {
      const { signOut } = await import('./live.js');
      await print(await signOut(settings(), email));
    });
}
