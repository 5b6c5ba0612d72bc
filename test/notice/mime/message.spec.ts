import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import type { ComposedMail } from '../../../src/notice/letter/letter.js';
import { composed, messageOf, rawMessage } from '../../../src/notice/mime/message.js';

const envelope = { from: 'siklus@kota.test', to: ['a@kota.test'] };
const pieces = [
  'kata ',
  'a',
  'Z',
  ' ',
  '  ',
  '.',
  '..',
  '=',
  '=3D',
  'é',
  'ü',
  '—',
  '"',
  "'",
  '<b>',
  '=?utf-8?Q?x?=',
  '?=',
  '\t',
  '0',
  '日本',
  'Привет',
  ':',
  ',',
  ';',
  '(',
  '\\',
  '@',
  '-- ',
  'sangat-panjang-'.repeat(6),
];

function mail(more: Partial<ComposedMail> = {}): ComposedMail {
  return {
    from: { name: 'Siklus', address: 'siklus@kota.test' },
    to: { name: 'Admin', address: 'a@kota.test' },
    cc: [],
    subject: 'Pengingat',
    text: 'Yth. Bapak/Ibu\n',
    html: '<p>Yth. Bapak/Ibu</p>\n',
    headers: {
      'X-Siklus-Notice': ['reminder; offset=H-7', 'opened; phase=x'],
      'X-Siklus-Cycle': 'c',
    },
    messageId: '<0b5e3c1e-0000-4000-8000-000000000000@kota.test>',
    date: 'Tue, 23 Sep 2025 08:00:00 +0700',
    ...more,
  };
}

const text = (most: number) =>
  fc
    .array(fc.constantFrom(...pieces), { maxLength: most, size: 'max' })
    .map((parts) => parts.join(''));
const lines = fc
  .array(text(40), { minLength: 8, maxLength: 8 })
  .map((all) => `${all.join('\n')}Selesai dibaca.\n`);
const people = (most: number, address: string) =>
  fc.record({ name: text(most), address: fc.constant(address) });

const mails = fc
  .record({
    from: people(4, 'siklus@kota.test'),
    to: people(11, 'a@kota.test'),
    cc: fc.array(people(5, 'kepala@kota.test'), { maxLength: 1 }),
    subject: text(19).map((told) => `Perihal ${told}`),
    text: lines,
    html: lines,
    headers: fc.record({
      'X-Siklus-Notice': fc
        .tuple(fc.constant('reminder; offset=H-7'), text(5))
        .map((all) => [...all]),
      'X-Siklus-Cycle': text(3),
    }),
  })
  .map(mail);

async function nodemailers(given: ComposedMail): Promise<string> {
  return (await composed(given).build()).toString('latin1');
}

describe('a message', () => {
  it('is to the byte what nodemailer’s own composer makes, whatever is written', async () => {
    let own = 0;
    for (const given of fc.sample(mails, { numRuns: 2000, seed: 20261125 })) {
      const raw = rawMessage(given);
      if (raw === null) continue;
      own += 1;
      expect(raw).toBe(await nodemailers(given));
    }
    expect(own).toBeGreaterThan(1500);
  });

  it('says to a reader what was written', async () => {
    const text = `${'Kami ingatkan bahwa tugas ini belum selesai. '.repeat(5)}\n.titik di depan\nÉ = ü \n`;
    const html = '<p style="color:#000">É &amp; ü</p>\n';
    const to = { name: 'Siti "Ani", S.Kom.', address: 'siti@kota.test' };

    const read = await simpleParser(
      rawMessage(mail({ text, html, to, subject: 'Tenggat — 7 hari' })) ?? '',
    );

    expect(read.text).toBe(text);
    expect(read.html).toBe(html);
    expect(read.subject).toBe('Tenggat — 7 hari');
    expect(read.to).toMatchObject({ value: [{ name: to.name, address: to.address }] });
  });

  it.each<[string, Partial<ComposedMail>]>([
    [
      'with a file',
      { attachments: [{ filename: 'tenggat.ics', contentType: 'text/calendar', content: 'x' }] },
    ],
    ['mostly in another script', { text: '日本語の手紙\n' }],
    ['whose last line does not end', { html: '<p>tanpa akhir</p>' }],
  ])('%s is left to the composer', (_, more) => {
    expect(rawMessage(mail(more))).toBeNull();
    expect(messageOf(mail(more), envelope).content()).toBeInstanceOf(Readable);
  });

  it('is the same bytes when it is sent again (rule 13)', async () => {
    const attachments = [{ filename: 'a.ics', contentType: 'text/calendar', content: 'x' }];

    expect(rawMessage(mail())).toBe(rawMessage(mail()));
    expect(await nodemailers(mail({ attachments }))).toBe(await nodemailers(mail({ attachments })));
  });

  it('goes to the addresses that are outstanding, once each, as nodemailer writes them', () => {
    const to = ['a@kota.test', 'b@kotá.test', 'a@kota.test'];

    expect(messageOf(mail(), { from: 'siklus@kota.test', to }).envelope).toEqual({
      from: 'siklus@kota.test',
      to: ['a@kota.test', 'b@xn--kot-gla.test'],
    });
  });
});
