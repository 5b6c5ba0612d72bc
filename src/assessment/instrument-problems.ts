import { hundredthsOf, parseHundredths, twoDecimals } from '../domain/hundredths.js';
import type { Instrument, Weighed } from '../domain/scoring.js';
import type { InputError } from '../platform/input-error.js';
import { twice } from '../platform/twice.js';
import type { YamlPart } from '../platform/yaml-part.js';
import { placedAspects, placedIndicators, type InstrumentInFile } from './instrument-in-file.js';

const whole = 10_000;
const lowest = '1.00';

/** JSON Schema cannot ask for two decimals without getting 2.75 wrong. */
export function* figureProblems(document: YamlPart, file: InstrumentInFile): Generator<InputError> {
  const places = [
    ...file.predikat.map((_, index) => ['predikat', index, 'from']),
    ...(file.domains ?? []).map((_, index) => ['domains', index, 'weight']),
    ...[...placedAspects(file), ...placedIndicators(file)].map(({ path }) => [...path, 'weight']),
  ];
  for (const path of places) {
    const text = document.textAt(path) ?? '';
    if (parseHundredths(text) !== null) continue;
    yield document.errorAt(path, `expected at most two decimals, such as 2.75; found ${text}`);
  }
}

/** What a schema cannot see: figures that contradict each other. */
export function* instrumentProblems(
  document: YamlPart,
  file: InstrumentInFile,
  instrument: Instrument,
): Generator<InputError> {
  if ((file.domains === undefined) === (file.aspects === undefined)) {
    yield document.errorAt(
      [],
      'expected either domains or aspects at the top: keep one of the two',
    );
  }
  yield* codeProblems(document, file, instrument);
  yield* weightProblems(document, file, instrument);
  yield* numberProblems(document, file);
  yield* sourceProblems(document, file);
  yield* levelProblems(document, file);
  yield* predikatProblems(document, instrument);
}

function* codeProblems(
  document: YamlPart,
  file: InstrumentInFile,
  { domains, aspects }: Instrument,
): Generator<InputError> {
  const places = placedAspects(file);
  for (const index of twice(domains.map(({ code }) => code))) {
    yield document.errorAt(['domains', index, 'code'], 'another domain has this code already');
  }
  for (const index of twice(aspects.map(({ code }) => code))) {
    const path = places[index]?.path ?? [];
    yield document.errorAt([...path, 'code'], 'another aspect has this code already');
  }
}

function* weightProblems(
  document: YamlPart,
  file: InstrumentInFile,
  { domains, aspects, indicators }: Instrument,
): Generator<InputError> {
  for (const [index, { path }] of placedAspects(file).entries()) {
    const aspect = aspects[index];
    const problem = aspect && wrongSum(aspect, indicators, 'aspect', 'indicators');
    if (problem) yield document.errorAt([...path, 'weight'], problem);
  }
  for (const [index, domain] of domains.entries()) {
    const problem = wrongSum(domain, aspects, 'domain', 'aspects');
    if (problem) yield document.errorAt(['domains', index, 'weight'], problem);
  }
  const total = sum(indicators);
  if (total !== whole) {
    const problem = `the weights of all indicators add up to ${twoDecimals(total)}, not to 100.00`;
    yield document.errorAt([file.domains ? 'domains' : 'aspects'], `${problem}: correct them`);
  }
}

/** Null when the parts of the whole add up to its weight. */
function wrongSum<K extends 'aspect' | 'domain'>(
  { code, weight }: Weighed,
  parts: readonly ({ readonly weight: number } & { readonly [key in K]: string | null })[],
  key: K,
  name: string,
): string | null {
  const total = sum(parts.filter((part) => part[key] === code));
  if (total === weight) return null;
  return `is ${twoDecimals(weight)}, but its ${name} add up to ${twoDecimals(total)}: correct one of them`;
}

function sum(parts: readonly { readonly weight: number }[]): number {
  return parts.reduce((total, { weight }) => total + weight, 0);
}

function* numberProblems(document: YamlPart, file: InstrumentInFile): Generator<InputError> {
  for (const [index, { path, indicator }] of placedIndicators(file).entries()) {
    if (indicator.no === index + 1) continue;
    const problem = `expected ${index + 1}: indicators are counted from 1 without gaps`;
    yield document.errorAt([...path, 'no'], `${problem}; found ${indicator.no}`);
    return; // all that follow would be wrong by the same step
  }
}

function* sourceProblems(document: YamlPart, file: InstrumentInFile): Generator<InputError> {
  for (const { path, indicator } of placedIndicators(file)) {
    const external = indicator.valueSource === 'external';
    if (external && indicator.source === undefined) {
      yield document.errorAt(
        [...path, 'source'],
        'missing; expected where the external value comes from',
      );
    }
    if (!external && indicator.source !== undefined) {
      const problem =
        'only an external value has a source: remove it, or set valueSource: external';
      yield document.errorAt([...path, 'source'], problem);
    }
  }
}

function* levelProblems(document: YamlPart, file: InstrumentInFile): Generator<InputError> {
  for (const { path, indicator } of placedIndicators(file)) {
    for (const index of twice((indicator.levels ?? []).map(({ level }) => String(level)))) {
      const place = [...path, 'levels', index, 'level'];
      yield document.errorAt(place, 'this level stands here already: keep one of the two');
    }
  }
}

function* predikatProblems(document: YamlPart, { predikat }: Instrument): Generator<InputError> {
  for (const index of twice(predikat.map(({ name }) => name))) {
    yield document.errorAt(['predikat', index, 'name'], 'another predikat has this name already');
  }
  for (const [index, { from }] of predikat.entries()) {
    const above = predikat[index - 1];
    if (!above || hundredthsOf(above.from) > hundredthsOf(from)) continue;
    const problem = `${from} is not below ${above.from}, the one before: begin with the highest`;
    yield document.errorAt(['predikat', index, 'from'], problem);
  }
  const last = predikat.at(-1);
  if (last && last.from !== lowest) {
    const problem = `the lowest predikat begins at ${lowest}, not at ${last.from}: every index needs one`;
    yield document.errorAt(['predikat', predikat.length - 1, 'from'], problem);
  }
}
