import { Inject, Injectable } from '@nestjs/common';
import type { InstrumentMapping } from '../domain/instrument-mapping.js';
import type { Instrument } from '../domain/scoring.js';
import { ConfigFolder } from '../platform/config-folder.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { loadInstrument } from './instrument-file.js';
import { loadMapping, mappingCode } from './mapping-file.js';

/** Instruments by code, each read once: a change of its file is taken up at the next start. */
@Injectable()
export class Instruments {
  private readonly folder: ConfigFolder;
  private readonly known = new Map<string, Instrument>();
  private readonly mappings = new Map<string, InstrumentMapping>();

  constructor(@Inject(SETTINGS) { configFolder }: Settings) {
    this.folder = new ConfigFolder(configFolder);
  }

  /** @throws InputError when its file is wrong, or gone */
  named(code: string): Instrument {
    const instrument = this.known.get(code) ?? loadInstrument(this.folder, code);
    this.known.set(code, instrument);
    return instrument;
  }

  /** How the older instrument is seen in the newer one; null where nobody has said. @throws InputError */
  mapping(from: string, to: string): InstrumentMapping | null {
    const code = mappingCode(from, to);
    const known = this.mappings.get(code);
    if (known) return known;
    if (!this.folder.codes('mappings').includes(code)) return null;
    const mapping = loadMapping(this.folder, code);
    this.mappings.set(code, mapping);
    return mapping;
  }

  /** All that a file of the office describes. */
  codes(): string[] {
    return this.folder.codes('instruments');
  }
}
