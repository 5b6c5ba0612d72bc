import type { AddressFlaw } from '../../../assessment/webhook/address-flaw.js';
import type { DeliveryState } from '../../../cycle/webhook/webhook.entity.js';
import type { WebhookEvent } from '../../../domain/webhook.js';
import type { Language } from '../../language.js';

interface Words {
  readonly title: string;
  readonly overview: string;
  readonly all: string;
  readonly intro: string;
  readonly done: Readonly<Record<'removed' | 'again', string>>;
  readonly problem: string;
  readonly fresh: string;
  readonly once: string;
  readonly secret: string;
  readonly list: string;
  readonly none: string;
  readonly url: string;
  readonly urlHint: string;
  readonly events: string;
  readonly noEvent: string;
  readonly added: string;
  readonly act: string;
  readonly renew: string;
  readonly remove: string;
  readonly add: string;
  readonly submit: string;
  readonly deliveries: string;
  readonly noDeliveries: string;
  readonly planned: string;
  readonly state: string;
  readonly attempts: string;
  readonly answer: string;
  readonly again: string;
  readonly states: Readonly<Record<DeliveryState, string>>;
  readonly next: (moment: string) => string;
  readonly flaws: Readonly<Record<AddressFlaw, string>>;
  readonly eventNames: Readonly<Record<WebhookEvent, string>>;
}

export const webhookWords: Readonly<Record<Language, Words>> = {
  id: {
    title: 'Webhook',
    overview: 'Kembali ke ringkasan',
    all: 'Semua webhook',
    intro:
      'Aplikasi lain, misalnya dasbor kota, dapat diberi tahu begitu sesuatu terjadi dalam siklus. Yang dikirim hanyalah kejadian, tahap, OPD, dan waktunya, tanpa data orang.',
    done: {
      removed: 'Webhook sudah dihapus.',
      again: 'Kejadian itu segera dikirim ulang.',
    },
    problem: 'Webhook belum ditambahkan. Periksa isian yang ditandai.',
    fresh: 'Rahasia penanda tangan',
    once: 'Salinlah sekarang: rahasia ini tidak ditunjukkan lagi. Dengan rahasia ini aplikasi penerima memeriksa bahwa kiriman berasal dari Siklus.',
    secret: 'Rahasia',
    list: 'Webhook siklus ini',
    none: 'Siklus ini belum memiliki webhook.',
    url: 'Alamat',
    urlHint: 'Misalnya https://dasbor.kota.example/siklus.',
    events: 'Kejadian',
    noEvent: 'Pilih setidaknya satu kejadian.',
    added: 'Ditambahkan',
    act: 'Tindakan',
    renew: 'Ganti rahasia',
    remove: 'Hapus',
    add: 'Tambah webhook',
    submit: 'Tambahkan',
    deliveries: 'Kiriman terakhir',
    noDeliveries: 'Belum ada kejadian yang perlu dikirim.',
    planned: 'Waktu kejadian',
    state: 'Status',
    attempts: 'Percobaan',
    answer: 'Jawaban terakhir',
    again: 'Kirim ulang',
    states: { waiting: 'Menunggu', sent: 'Terkirim', failed: 'Gagal' },
    next: (moment) => `dicoba mulai ${moment}`,
    flaws: {
      no_address: 'Tulislah alamat lengkap, misalnya https://dasbor.kota.example/siklus.',
      too_long: 'Alamat paling panjang 2.000 karakter.',
      not_https: 'Alamat harus diawali dengan https://.',
      with_password: 'Alamat tidak boleh memuat nama pengguna atau kata sandi.',
      private: 'Alamat tidak boleh menuju server ini sendiri atau jaringan internal.',
      known: 'Alamat ini sudah terdaftar pada siklus ini.',
      too_many: 'Jumlah webhook sudah mencapai batas. Hapuslah yang tidak dipakai lagi.',
    },
    eventNames: {
      'phase.opened': 'Tahap dibuka',
      'phase.closed': 'Tahap ditutup',
      'phase.blocked': 'Tahap tertahan',
      'task.finished': 'Tugas selesai',
      'task.lapsed': 'Tugas melewati tenggat',
      'task.extended': 'Tenggat tugas diperpanjang',
      'timeline.changed': 'Jadwal berubah',
      'cycle.paused': 'Siklus dijeda',
      'cycle.resumed': 'Siklus dilanjutkan',
      'result.published': 'Hasil diterbitkan',
    },
  },
  en: {
    title: 'Webhooks',
    overview: 'Back to the overview',
    all: 'All webhooks',
    intro:
      'Other applications, such as a dashboard of the city, can be told as soon as something happens in the cycle. They get the event, the phase, the unit and the time, and nothing of any person.',
    done: {
      removed: 'The webhook is removed.',
      again: 'The event is sent again soon.',
    },
    problem: 'The webhook was not added. See what is marked below.',
    fresh: 'Signing secret',
    once: 'Copy it now: it is not shown again. With it, the receiving application checks that what it gets comes from Siklus.',
    secret: 'Secret',
    list: 'Webhooks of this cycle',
    none: 'This cycle has no webhooks yet.',
    url: 'Address',
    urlHint: 'Such as https://dashboard.city.example/siklus.',
    events: 'Events',
    noEvent: 'Choose one event at least.',
    added: 'Added',
    act: 'Actions',
    renew: 'Replace the secret',
    remove: 'Remove',
    add: 'Add a webhook',
    submit: 'Add',
    deliveries: 'Last deliveries',
    noDeliveries: 'Nothing has happened yet that it would be told of.',
    planned: 'Time of the event',
    state: 'State',
    attempts: 'Attempts',
    answer: 'Last answer',
    again: 'Send again',
    states: { waiting: 'Waiting', sent: 'Sent', failed: 'Failed' },
    next: (moment) => `tried from ${moment} on`,
    flaws: {
      no_address: 'Write a whole address, such as https://dashboard.city.example/siklus.',
      too_long: 'An address has 2,000 characters at most.',
      not_https: 'The address has to begin with https://.',
      with_password: 'The address must not hold a user or a password.',
      private: 'The address must not lead to this server itself or to an inner network.',
      known: 'This cycle has that address already.',
      too_many: 'There are as many webhooks as there may be. Remove one that is no longer used.',
    },
    eventNames: {
      'phase.opened': 'A phase opens',
      'phase.closed': 'A phase closes',
      'phase.blocked': 'A phase is held up',
      'task.finished': 'A task is finished',
      'task.lapsed': 'A task passes its deadline',
      'task.extended': 'A task gets more time',
      'timeline.changed': 'The timeline changes',
      'cycle.paused': 'The cycle is paused',
      'cycle.resumed': 'The cycle goes on',
      'result.published': 'The result is published',
    },
  },
};
