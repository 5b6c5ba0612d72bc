/** What every benchmark does with its figures. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** To a thousandth. */
export function round(value) {
  return Math.round(value * 1000) / 1000;
}

export function print(line) {
  console.log(JSON.stringify(line));
}
