import type { Content } from 'pdfmake';
import { signatureLines } from '../../platform/pdf/letterhead.js';
import type { Minutes, Signer } from './minutes.js';
import { words } from './words.js';

/** Two beside each other; no block is torn apart, and the last words never stand without the first of them. */
export function signaturesPart({ signers, witnesses }: Minutes): Content {
  const [first = [], ...others] = inPairs(signers);
  const seen = inPairs(witnesses);
  return {
    stack: [
      {
        unbreakable: true,
        stack: [{ text: words.closing, alignment: 'justify', margin: [0, 6, 0, 14] }, rowOf(first)],
      },
      ...others.map((pair): Content => ({ unbreakable: true, stack: [rowOf(pair)] })),
      ...seen.map((pair, index): Content => {
        const above: Content = {
          text: index === 0 ? words.witness : '',
          alignment: 'center',
          margin: [0, 4, 0, 2],
        };
        return { unbreakable: true, stack: [above, rowOf(pair)] };
      }),
    ],
  };
}

function inPairs(signers: readonly Signer[]): Signer[][] {
  const pairs: Signer[][] = [];
  for (let index = 0; index < signers.length; index += 2) {
    pairs.push(signers.slice(index, index + 2));
  }
  return pairs;
}

/** One alone stands in the middle. */
function rowOf(signers: readonly Signer[]): Content {
  return { columns: signers.map(blockOf), columnGap: 24, margin: [0, 0, 0, 14] };
}

function blockOf(signer: Signer): Content {
  const stack = signatureLines(signer, { blank: words.blank, room: 52 });
  return { width: '*', alignment: 'center', stack };
}
