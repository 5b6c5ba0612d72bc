import { greeting } from './frame.js';

/** The mail by which a coordinator tries the way to the mail server. */
export const testWords = {
  subject: 'Surel uji Siklus',
  greeting,
  sentences: (cycle: string): readonly string[] => [
    `Surel ini dikirim atas permintaan Bapak/Ibu dari halaman Surel siklus ${cycle} untuk menguji pengiriman.`,
    'Apabila surel ini sampai, pengiriman surel berfungsi. Tidak ada yang perlu ditindaklanjuti.',
  ],
} as const;
