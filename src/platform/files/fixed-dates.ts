import type { Temporal } from 'temporal-polyfill';

const [endOfDirectory, directoryEntry, localEntry] = [0x06054b50, 0x02014b50, 0x04034b50];

/**
 * The same ZIP with all its files dated then, so that the same content makes the same bytes. In place: a ZIP
 * keeps each date twice, beside the content and in its directory. ZIPs keep no zone, and no seconds that are odd.
 */
export function fixedDates(zip: Buffer, at: Temporal.Instant): Buffer {
  const fixed = Buffer.from(zip);
  const stamp = stampOf(at);
  const end = fixed.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || fixed.readUInt32LE(end) !== endOfDirectory) throw new RangeError('not a ZIP');
  const count = fixed.readUInt16LE(end + 10);
  let entry = fixed.readUInt32LE(end + 16);
  for (let done = 0; done < count; done += 1) {
    if (fixed.readUInt32LE(entry) !== directoryEntry) throw new RangeError('not a ZIP');
    const local = fixed.readUInt32LE(entry + 42);
    if (fixed.readUInt32LE(local) !== localEntry) throw new RangeError('not a ZIP');
    fixed.writeUInt32LE(stamp, entry + 12);
    fixed.writeUInt32LE(stamp, local + 10);
    const [name, extra, comment] = [28, 30, 32].map((of) => fixed.readUInt16LE(entry + of));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return fixed;
}

/** As DOS kept it: the time in the lower half, the date in the upper. */
function stampOf(at: Temporal.Instant): number {
  const { year, month, day, hour, minute, second } = at.toZonedDateTimeISO('UTC');
  const date = ((year - 1980) << 9) | (month << 5) | day;
  const time = (hour << 11) | (minute << 5) | (second >> 1);
  return ((date << 16) | time) >>> 0;
}
