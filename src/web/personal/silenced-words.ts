import type { NoticeKind } from '../../domain/notice-kind.js';
import type { Language } from '../language.js';

interface Words {
  readonly title: string;
  readonly account: string;
  readonly intro: (email: string) => string;
  readonly saved: string;
  readonly chosen: string;
  readonly chosenHint: string;
  readonly submit: string;
  readonly always: string;
  readonly alwaysHint: string;
  /** What a mail of that kind tells, and why it comes in any case where it does. */
  readonly kinds: Readonly<Record<NoticeKind, readonly [name: string, hint: string]>>;
}

export const silencedWords: Readonly<Record<Language, Words>> = {
  id: {
    title: 'Surel yang dikirim',
    account: 'Kembali ke akun',
    intro: (email) => `Pilihan ini berlaku untuk surel kepada ${email}, pada semua siklus.`,
    saved: 'Pilihan tersimpan.',
    chosen: 'Dapat dimatikan',
    chosenHint:
      'Surel yang tidak dicentang tidak dikirim; isinya tetap dapat dibaca di Siklus. Surel yang sedang menunggu pun tidak jadi dikirim.',
    submit: 'Simpan pilihan',
    always: 'Selalu dikirim',
    alwaysHint:
      'Pengingat tenggat selalu dikirim: tenggat tetap berlaku bagi siapa pun, juga bagi yang tidak membaca surelnya. Begitu pula surel tentang tugas yang menjadi tanggung jawab Anda.',
    kinds: {
      opened: ['Tugas baru', 'Tugas dapat mulai dikerjakan, dan inilah tenggatnya.'],
      reminder: ['Pengingat', 'Tenggat mendekat, sedangkan tugas belum selesai.'],
      overdue: ['Melewati tenggat', 'Tenggat telah lewat dan tugas perlu ditindaklanjuti.'],
      blocked: ['Tahap tertahan', 'Tahap menunggu sesuatu yang perlu dilengkapi koordinator.'],
      rescheduled: ['Perubahan jadwal', 'Tenggat yang pernah diberitahukan tidak berlaku lagi.'],
      extended: ['Perpanjangan waktu', 'Tugas kini memiliki tenggat yang baru.'],
      handover: ['Serah terima tugas', 'Tugas yang sedang berjalan beralih kepada Anda.'],
      assigned: ['Penugasan baru', 'Anda ditugaskan menilai suatu OPD, dan inilah tenggatnya.'],
      unassigned: ['Penugasan berakhir', 'Anda tidak lagi menilai suatu OPD.'],
      returned: ['Perlu perbaikan', 'Penilaian selesai, dan ada yang perlu Anda perbaiki.'],
      comment: [
        'Klarifikasi dan sanggahan',
        'Ada pesan baru di ruang klarifikasi sebuah indikator.',
      ],
      'extension-asked': [
        'Permohonan dispensasi',
        'Sebuah OPD memohon waktu, dan Anda memutuskan.',
      ],
      'extension-refused': ['Dispensasi ditolak', 'Permohonan OPD Anda ditolak; tenggat tetap.'],
      outage: ['Gangguan layanan', 'Sistem sempat tidak berjalan, dan inilah yang terlambat.'],
      'cycle-closed': ['Hasil akhir', 'Hasil siklus telah diterbitkan.'],
    },
  },
  en: {
    title: 'Mails that are sent',
    account: 'Back to the account',
    intro: (email) => `This is about mails to ${email}, in all cycles.`,
    saved: 'Your choice is saved.',
    chosen: 'Can be switched off',
    chosenHint:
      'What is not ticked is not sent; you can still read it in Siklus. Mails that are waiting are not sent either.',
    submit: 'Save the choice',
    always: 'Always sent',
    alwaysHint:
      'Reminders of deadlines are always sent: a deadline holds for everybody, whether they read their mail or not. So are mails about work that you are responsible for.',
    kinds: {
      opened: ['New task', 'Work on a task can begin, and this is its deadline.'],
      reminder: ['Reminder', 'A deadline is near, and the task is unfinished.'],
      overdue: ['Past the deadline', 'A deadline has passed, and the task needs attention.'],
      blocked: ['Phase held up', 'A phase waits for something that coordinators have to complete.'],
      rescheduled: ['Change of schedule', 'A deadline that you were told no longer holds.'],
      extended: ['More time', 'A task has a new deadline.'],
      handover: ['Handover', 'A task under way has become yours.'],
      assigned: ['New assignment', 'You are to assess a unit, and this is the deadline.'],
      unassigned: ['End of an assignment', 'You no longer assess a unit.'],
      returned: ['To be revised', 'A review has ended, and something is for you to revise.'],
      comment: ['Clarifications and objections', 'There is a new message about an indicator.'],
      'extension-asked': ['Request for more time', 'A unit asks for time, and you decide.'],
      'extension-refused': [
        'Request refused',
        'A request of your unit is refused; the deadline stays.',
      ],
      outage: ['Outage', 'The system did not run for a while, and this came late.'],
      'cycle-closed': ['Final result', 'The result of a cycle has been published.'],
    },
  },
};
