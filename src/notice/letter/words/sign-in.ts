import { greeting } from './frame.js';

/** The mail that lets somebody in. */
export const signInWords = {
  subject: 'Tautan masuk Siklus',
  button: 'Masuk ke Siklus',
  greeting,
  sentences: (minutes: number): readonly string[] => [
    'Kami menerima permintaan untuk masuk ke Siklus dengan alamat surel ini. Silakan buka tautan berikut, lalu tekan tombol Masuk.',
    `Tautan berlaku selama ${minutes} menit dan hanya dapat dipakai satu kali. Mohon tidak meneruskannya kepada orang lain.`,
  ],
  notYou:
    'Apabila Bapak/Ibu tidak memintanya, surel ini dapat diabaikan: tanpa tautan tersebut tidak ada yang dapat masuk.',
} as const;
