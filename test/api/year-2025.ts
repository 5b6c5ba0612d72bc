/**
 * Who claims what, as in test/scenarios/spbe-2025.yaml. By hand: all 47 levels weighed give 4.0810; the
 * lowered ones take 0.1775 off, so 3.9035; the revision gives back 0.025 (12) + 0.025 (18) + 0.030 (46).
 */
export const claimed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'BAG-ORG': { 14: '4', 40: '4' },
  'BAG-HUKUM': { 44: '5' },
  'BAG-PBJ': { 35: '4' },
  INSPEKTORAT: { 29: '3', 30: '4', 31: '3', 39: '4' },
  DINKES: { 47: '4' },
  DINDUKCAPIL: { 45: '5' },
  DPMPTSP: { 46: '4' },
  BPKAD: { 33: '4', 34: '5', 38: '4' },
  BAPPERIDA: { 13: '4', 32: '4' },
  BKPSDM: { 25: '4', 36: '4', 41: '5' },
  DINKOMINFO: Object.fromEntries([
    ...[1, 2].map((no) => [no, '5']),
    ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 20, 21].map((no) => [no, '4']),
    ...[23, 24, 26, 27, 42, 43].map((no) => [no, '4']),
    ...[22, 28].map((no) => [no, '3']),
  ]) as Record<string, string>,
  DINARPUS: { 37: '4' },
};

/** What assessors verified below the claim: by one level each. */
export const reviewed: Readonly<Record<string, string>> = {
  12: '3',
  13: '3',
  18: '3',
  22: '2',
  27: '3',
  30: '3',
  38: '3',
  46: '3',
};

export const findings = [12, 13, 18, 22, 27, 30, 38, 46];

/** Of these the revision convinced the assessor. */
export const rechecked: Readonly<Record<string, string>> = { 12: '4', 18: '4', 46: '4' };
