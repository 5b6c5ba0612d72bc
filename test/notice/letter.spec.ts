import { describe, expect, it } from '@jest/globals';
import { composeMail } from '../../src/notice/letter/compose-mail.js';
import { noticeHeader, parseNoticeHeader } from '../../src/notice/letter/notice-header.js';
import { admin, entries, head, letter, overdue, reminder } from './letters.js';
import { all, receive } from './receive.js';

const logged = (headers: readonly [string, string][]) =>
  all(headers, 'X-Siklus-Notice').map(parseNoticeHeader);

describe('rule 10: the mail of a notice', () => {
  it('arrives with its addresses, its time and the marks of an automatic mail', async () => {
    const { raw, headers, text, html, ...mail } = await receive(letter('overdue', { cc: [head] }));

    const ours = headers.filter(([key]) => !/^(content-type|mime-version)$/.test(key));
    expect({ ...mail, headers: ours }).toEqual({
      envelope: {
        from: 'siklus@example.test',
        to: ['admin@dinkes.example.test', 'kadin@dinkes.example.test'],
      },
      from: [{ name: 'Tim SPBE Kota Pekalongan', address: 'siklus@example.test' }],
      to: [{ name: 'Siti Aminah', address: 'admin@dinkes.example.test' }],
      cc: [{ name: 'dr. Budi Santoso', address: 'kadin@dinkes.example.test' }],
      subject: '[SPBE 2025] Terlambat 3 hari: Penilaian mandiri, tenggat Selasa, 30 September 2025',
      date: '2025-09-23T01:00:00.000Z',
      messageId: '<m1.spbe-2025@siklus.example.test>',
      headers: [
        [
          'x-siklus-notice',
          'overdue; offset=H+3; phase=penilaian-mandiri; unit=DINKES; days-left=-3',
        ],
        ['x-siklus-cycle', 'spbe-2025'],
        ['x-siklus-timeline', '3'],
        ['auto-submitted', 'auto-generated'],
        ['x-auto-response-suppress', 'All'],
        ['from', 'Tim SPBE Kota Pekalongan <siklus@example.test>'],
        ['to', 'Siti Aminah <admin@dinkes.example.test>'],
        ['cc', '"dr. Budi Santoso" <kadin@dinkes.example.test>'],
        [
          'subject',
          '[SPBE 2025] Terlambat 3 hari: Penilaian mandiri, tenggat Selasa, 30 September 2025',
        ],
        ['message-id', '<m1.spbe-2025@siklus.example.test>'],
        ['date', 'Tue, 23 Sep 2025 08:00:00 +0700'],
      ],
    });
  });
});

describe('rule 12: the state of the timeline that a mail speaks of', () => {
  it('stands under it, in both parts, and in a header', () => {
    const { text, html, headers } = composeMail(letter('reminder', { version: 12 }));

    expect(text).toMatch(/\n-- \n[^]*\nJadwal versi 12\.\n/);
    expect(html).toContain('<br />Jadwal versi 12.');
    expect(headers['X-Siklus-Timeline']).toBe('12');
  });
});

describe('rule 13: a repeat', () => {
  it('is the same mail', () => {
    expect(composeMail(letter('extended'))).toEqual(composeMail(letter('extended')));
  });

  it('has the same Message-ID, given with or without angle brackets', () => {
    const given = (messageId: string) => composeMail(letter('opened', { messageId })).messageId;

    expect([given('m1@x.test'), given('<m1@x.test>')]).toEqual(['<m1@x.test>', '<m1@x.test>']);
  });
});

describe("the log's mail line", () => {
  it.each([
    { kind: 'opened', rest: { unit: 'DINKES', daysLeft: 29 } },
    { kind: 'reminder', offset: 'H-7', rest: { unit: 'DINKES', daysLeft: 7 } },
    { kind: 'overdue', offset: 'H+3', rest: { unit: 'DINKES', daysLeft: -3 } },
    { kind: 'blocked', phase: 'penilaian-dokumen', rest: {} },
    { kind: 'rescheduled', rest: { unit: 'DINKES', daysLeft: 17 } },
    { kind: 'extended', rest: { unit: 'DINKES', daysLeft: 14 } },
    { kind: 'handover', rest: { unit: 'DINKES', daysLeft: 1 } },
    { kind: 'assigned', phase: 'penilaian-dokumen', rest: { unit: 'DLH', daysLeft: 38 } },
    { kind: 'unassigned', phase: 'penilaian-dokumen', rest: { unit: 'DLH' } },
    { kind: 'returned', phase: 'penilaian-dokumen', rest: { unit: 'DINKES' } },
    { kind: 'cycle-closed', phase: 'pelaporan', rest: {} },
  ] as const)('of $kind is read back from the received mail', async ({ kind, rest, ...given }) => {
    const { headers } = await receive(letter(kind));

    const offset = 'offset' in given ? { offset: given.offset } : {};
    const phase = 'phase' in given ? given.phase : 'penilaian-mandiri';
    const expected = [{ notice: kind, ...offset, phase, ...rest }];
    // As text: the order of the keys is part of the log.
    expect(JSON.stringify(logged(headers))).toBe(JSON.stringify(expected));
  });

  it('keeps the order of the entries', async () => {
    const { headers } = await receive(
      letter('reminder', { entries: [entries.returned, overdue, reminder] }),
    );

    expect(logged(headers)).toEqual([
      { notice: 'returned', phase: 'penilaian-dokumen', unit: 'DINKES' },
      {
        notice: 'overdue',
        offset: 'H+3',
        phase: 'penilaian-mandiri',
        unit: 'DINKES',
        daysLeft: -3,
      },
      {
        notice: 'reminder',
        offset: 'H-7',
        phase: 'penilaian-mandiri',
        unit: 'DINKES',
        daysLeft: 7,
      },
    ]);
  });

  it.each([
    ['is long', 'penilaian-'.repeat(30), 'DINAS.'.repeat(40)],
    ['fills a folded line to its end', 'a'.repeat(76), 'B'.repeat(75)],
    ['holds what a header uses itself', 'a; days-left=9%2B+', 'RS "Bendan"/50% = é'],
  ])('survives the wire when a code %s', async (_, phase, unit) => {
    const entry = {
      ...reminder,
      phase: { ...reminder.phase, code: phase },
      unit: { code: unit, name: 'Dinas' },
    };

    const { headers } = await receive(letter('reminder', { entries: [entry] }));

    expect(logged(headers)).toEqual([
      { notice: 'reminder', offset: 'H-7', phase, unit, daysLeft: 7 },
    ]);
  });

  it('is read from a folded header too', () => {
    const folded = noticeHeader(reminder).replace(/ /g, '\r\n ');

    expect(parseNoticeHeader(folded)).toEqual(parseNoticeHeader(noticeHeader(reminder)));
  });

  it('is not made of another header', () => {
    expect(() => parseNoticeHeader('text/plain; charset=utf-8')).toThrow('not a notice');
  });
});

describe('rule 20: nothing that people typed', () => {
  const injected = 'A\r\nBcc: x@y.test\r\n\r\n<b>';

  it('adds a header, a recipient or a line', async () => {
    const { phase, unit } = reminder;
    const mail = await receive(
      letter('extended', {
        cycle: { code: 'spbe-2025', title: injected, zone: 'Asia/Jakarta' },
        to: { ...admin, name: injected, unitName: injected },
        cc: [{ ...head, name: injected }],
        from: { name: injected, email: 'siklus@example.test' },
        messageId: 'm1\r\nBcc: x@y.test',
        entries: [
          {
            ...entries.extended,
            phase: { ...phase, title: injected },
            unit: unit && { ...unit, name: `B ${injected}` },
            facts: { reason: injected },
          },
        ],
      }),
    );

    expect(mail.envelope.to).toEqual(['admin@dinkes.example.test', 'kadin@dinkes.example.test']);
    expect(all(mail.headers, 'bcc')).toEqual([]);
    expect(mail.headers).toHaveLength(13);
    expect(mail.to).toEqual([
      { name: 'A Bcc: x@y.test <b>', address: 'admin@dinkes.example.test' },
    ]);
    expect(mail.text.split('\n').filter((line) => /^(Bcc|<b>)/.test(line))).toEqual([]);
    expect(mail.html).not.toContain('test <b>');
  });

  it.each([
    ['letters of any script', 'Nyi Rōrō Ānandā 王小明', 'Nyi Rōrō Ānandā 王小明'],
    ['quotes and commas', 'Drs. "Budi", M.Si; <x@y.test>', 'Drs. "Budi", M.Si; <x@y.test>'],
    ['marks that turn the reading direction', 'Siti \u202etset\u202c \u200fA\u2066', 'Siti tset A'],
    ['control characters', 'Siti\u0000\u0007\u0085 \u2028Aminah\t', 'Siti Aminah'],
    ['half a character', 'Siti \ud83d', 'Siti \ufffd'],
    ['no letters', '', ''],
  ])('breaks a name of %s', async (_, name, shown) => {
    const { to, text } = await receive(letter('opened', { to: { ...admin, name } }));

    expect(to).toEqual([{ name: shown, address: admin.email }]);
    expect(text.split('\n')[0]).toBe(`Yth. Bapak/Ibu ${shown}`.trim());
  });

  it('makes two recipients of one address', async () => {
    const email = 'a@x.test\r\n,b@y.test';

    const { envelope } = await receive(letter('opened', { to: { ...admin, email } }));

    expect(envelope.to).toHaveLength(1);
  });
});
