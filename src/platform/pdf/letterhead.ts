import type { Content } from 'pdfmake';
import type { Letterhead } from '../letterhead-settings.js';

/** Above every letter of the office, with the double line under it. */
export function letterheadPart(
  { government, office, address, logo }: Letterhead,
  sender: string,
): Content {
  const text: Content = {
    width: '*',
    alignment: 'center',
    stack: [
      ...(government === '' ? [] : [{ text: government.toUpperCase(), fontSize: 13 }]),
      { text: (office || sender).toUpperCase(), fontSize: 15, bold: true },
      ...(address === '' ? [] : [{ text: address, fontSize: 9 }]),
    ],
  };
  const picture = logo === null ? [] : [{ image: logo, fit: [56, 56] as const, width: 60 }];
  return {
    stack: [
      { columns: [...picture, text], columnGap: 8 },
      {
        margin: [0, 6, 0, 0],
        canvas: [
          { type: 'line', x1: 0, y1: 0, x2: 453, y2: 0, lineWidth: 2 },
          { type: 'line', x1: 0, y1: 3, x2: 453, y2: 3, lineWidth: 0.5 },
        ],
      },
    ],
  };
}

/** An office, room for a signature, and whose it is; `blank` where no name is known. */
export function signatureLines(
  { office, name, nip }: Letterhead['signer'],
  { blank, room }: { readonly blank: string; readonly room: number },
): Content[] {
  return [
    { text: `${office},`, margin: [0, 0, 0, room] },
    {
      text: name || blank,
      bold: true,
      ...(name !== '' && { decoration: 'underline' as const }),
    },
    ...(nip === '' ? [] : [{ text: `NIP ${nip}` }]),
  ];
}
