/** Results that a function keeps; beyond that it begins anew, so that memory stays bounded. */
const most = 2000;

/**
 * The same pure function, which does not work out again what it was asked before.
 * @param keyOf tells apart whatever has different results
 */
export function remembered<A extends readonly unknown[], R>(
  keyOf: (...given: A) => string,
  work: (...given: A) => R,
): (...given: A) => R {
  const known = new Map<string, R>();
  return (...given) => {
    const key = keyOf(...given);
    const found = known.get(key);
    if (found !== undefined) return found;
    const result = work(...given);
    if (known.size >= most) known.clear();
    known.set(key, result);
    return result;
  };
}
