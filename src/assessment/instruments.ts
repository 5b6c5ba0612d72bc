import { Inject, Injectable } from '@nestjs/common';
import type { Instrument } from '../domain/scoring.js';
import { ConfigFolder } from '../platform/config-folder.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { loadInstrument } from './instrument-file.js';

/** Instruments by code, each read once: a change of its file is taken up at the next start. */
@Injectable()
export class Instruments {
  private readonly folder: ConfigFolder;
  private readonly known = new Map<string, Instrument>();

  constructor(@Inject(SETTINGS) { configFolder }: Settings) {
    this.folder = new ConfigFolder(configFolder);
  }

  /** @throws InputError when its file is wrong, or gone */
  named(code: string): Instrument {
    const instrument = this.known.get(code) ?? loadInstrument(this.folder, code);
    this.known.set(code, instrument);
    return instrument;
  }
}
