import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** What an attacker of this city's service tries first, beside what is in every list. */
const ownWords = [
  ...['siklus', 'spbe', 'pemdi', 'indeks', 'evaluasi', 'asesor', 'lokus', 'bukti', 'dukung'],
  ...['pekalongan', 'kota', 'pemkot', 'pemda', 'opd', 'dinas', 'badan', 'diskominfo', 'admin'],
];

/** Of 0 to 4: from here on a password withstands some hundred million tries. */
const strong = 3;

/** Known and common passwords, Indonesian words, names, dates, keyboards, repetitions, and what it has to do with us. */
export async function isGuessable(password: string, email: string): Promise<boolean> {
  const own = [...ownWords, email, ...email.split(/[^\p{L}\p{N}]+/u)];
  const { score } = (await estimator()).check(password, own);
  return score < strong;
}

let loaded: Promise<ZxcvbnFactory> | null = null;

/** Its lists take 50 MB: only a process in which somebody sets a password has them. */
function estimator(): Promise<ZxcvbnFactory> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, indonesian] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-id'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...indonesian.dictionary },
    graphs: common.adjacencyGraphs,
  });
}
