import { describe, expect, it } from '@jest/globals';
import type { NoticeKind } from '../../src/domain/notice-kind.js';
import { composeMail } from '../../src/notice/letter/compose-mail.js';
import { html } from '../../src/platform/html.js';
import { admin, entries, head, letter, reminder } from './letters.js';

const kinds = Object.keys(entries) as NoticeKind[];

describe('a template of html', () => {
  it('escapes what it is given, for text and attributes', () => {
    const name = `<b title="x">O'Neil & co</b>`;

    expect(html`<i title="${name}">${name}</i>`.toString()).toBe(
      '<i title="&lt;b title=&quot;x&quot;&gt;O&#39;Neil &amp; co&lt;/b&gt;">&lt;b title=&quot;x&quot;&gt;O&#39;Neil &amp; co&lt;/b&gt;</i>',
    );
  });

  it('joins arrays, keeps what is html and shows no absence', () => {
    const items = ['a<', 2, html`<b>c</b>`, [html`d`], null, false] as const;

    expect(html`<p>${items}</p>`.toString()).toBe('<p>a&lt;2<b>c</b>d</p>');
  });
});

function buttonsIn(markup: string): number {
  return markup.match(/<a [^>]*inline-block/g)?.length ?? 0;
}

describe('rule 10: the HTML of a notice', () => {
  it.each(kinds)('of %s shows what its plain text says', (kind) => {
    const { text, html: markup } = composeMail(letter(kind, { cc: [head] }));

    const said = words(text.replace(/^[\w -]+: https.*|^-- $/gm, ''));
    expect(words(shown(markup))).toEqual(expect.arrayContaining(said));
  });

  it.each(kinds)('of %s is light', (kind) => {
    const { text, html: markup } = composeMail(letter(kind));

    // What was late is a list of its own, and nobody is written to more often than things are late.
    expect(Buffer.byteLength(text + markup)).toBeLessThan(kind === 'outage' ? 7000 : 4500);
  });

  it.each(['rescheduled', 'extended'] as const)(
    'of %s quotes the letter that it rests on',
    (kind) => {
      const facts = { ...entries[kind].facts, letter: '060/040/III/2025 <b>' };

      const { html: markup } = composeMail(
        letter(kind, { entries: [{ ...entries[kind], facts }] }),
      );

      expect(markup).toContain('berdasarkan surat nomor 060/040/III/2025 &lt;b&gt;');
    },
  );

  it('carries no markup of what people typed', () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const { html: markup } = composeMail(
      letter('blocked', {
        cycle: { code: 'spbe-2025', title: hostile, zone: 'Asia/Jakarta' },
        to: { ...admin, name: hostile, unitName: hostile },
        cc: [{ ...head, name: hostile }],
        from: { name: hostile, email: 'siklus@example.test' },
        baseUrl: `https://siklus.example.test/"${hostile}`,
        entries: [
          {
            ...entries.blocked,
            phase: { ...reminder.phase, title: hostile },
            unit: { code: 'X', name: hostile },
            facts: { missing: [hostile] },
          },
        ],
      }),
    );

    expect(markup).not.toContain('<img');
    // The task's and the one that says why the mail came.
    expect(markup.match(/<a [^>]*>/g)).toHaveLength(2);
  });

  it.each([
    ['https://siklus.example.test/', 'a web address', 1],
    ['javascript:alert(1)', 'no web address', 0],
    [null, 'unknown', 0],
  ])('has a button when the place to work is known: %s is %s', (baseUrl, _, buttons) => {
    const { html: markup } = composeMail(letter('reminder', { baseUrl }));

    expect(buttonsIn(markup)).toBe(buttons);
    // And at its foot the link to why it came.
    expect(markup.match(/<a /g) ?? []).toHaveLength(2 * buttons);
  });

  it.each([
    ['reminder', '/kerja/spbe-2025/penilaian-mandiri/DINKES'],
    ['blocked', '/kerja/spbe-2025/penilaian-dokumen'],
  ] as const)('has a button that leads to the very task: %s', (kind, path) => {
    const parts = ['https://siklus.example.test', 'https://siklus.example.test/'].map((baseUrl) =>
      composeMail(letter(kind, { baseUrl })),
    );

    for (const { html: markup, text } of parts) {
      expect(markup).toContain(`<a href="https://siklus.example.test${path}"`);
      expect(text).toContain(`: https://siklus.example.test${path}\n`);
    }
  });

  it('has no button when there is nothing to do', () => {
    expect(buttonsIn(composeMail(letter('unassigned')).html)).toBe(0);
  });

  it('says its language, and beside the subject what is asked', () => {
    const { html: markup } = composeMail(letter('assigned'));

    expect(markup).toContain('<html lang="id">');
    expect(/display:none">([^<]*)</.exec(markup)?.[1]).toBe(
      'Bapak/Ibu ditugaskan sebagai asesor Dinas Lingkungan Hidup pada tahap Penilaian dokumen. Mohon menilai setiap jawaban beserta bukti dukungnya, lalu menyelesaikan penilaian.',
    );
  });
});

function shown(markup: string): string {
  return markup.replace(/<[^>]*>/g, ' ');
}

/** Each word once, whatever its case and its punctuation. */
function words(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))];
}
