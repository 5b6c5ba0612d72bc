// Takes the pictures of the README: a demonstration of its own, in the middle of October, with work in it.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packed from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { freePort } from '../test/servers/redis.js';

const cycle = 'spbe-2025';
/** What units claim; what assessors find in it is one level less where it is 4. */
const claims = {
  INSPEKTORAT: { 29: 3, 30: 3, 31: 2, 39: 4 },
  BPKAD: { 33: 4, 34: 4, 38: 3 },
  BKPSDM: { 25: 2, 36: 4, 41: 3 },
  'BAG-ORG': { 14: 3, 40: 2 },
};
const reviewers = { BPKAD: 'a1@example.test', BKPSDM: 'a2@example.test' };

const folder = mkdtempSync(join(tmpdir(), 'siklus-pictures-'));
// Started as root, PostgreSQL runs as somebody else.
chmodSync(folder, 0o755);
const port = await freePort();
const browser = await chromium.launch({
  executablePath:
    process.env.CHROMIUM_PATH || onPath('chromium') || (await packed.executablePath()),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const context = await browser.newContext({
  baseURL: `http://127.0.0.1:${port}`,
  viewport: { width: 1280, height: 900 },
});
const page = await context.newPage();
const server = await started();

try {
  await take();
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}

async function take() {
  mkdirSync('docs/pictures', { recursive: true });
  await press('/', 'stride', 'week');
  await press('/', 'stride', 'week');
  for (const [unit, levels] of Object.entries(claims)) await answer(unit, levels);
  await press('/', 'stride', 'month');
  for (const [unit, email] of Object.entries(reviewers)) await review(unit, email);
  await picture('asesor', `/asesor/${cycle}/penilaian-dokumen/BKPSDM/36`);
  await be('admin@inspektorat.example.test');
  await picture('opd', `/opd/${cycle}/INSPEKTORAT`);
  await be('koordinator@dinkominfo.example.test');
  await picture('koordinator', `/koordinator/${cycle}`);
  await picture('pimpinan', `/pimpinan/${cycle}`);
}

/** Writes the answers of a unit, proves them and sends them. */
async function answer(unit, levels) {
  await be(`admin@${unit.toLowerCase()}.example.test`);
  const desk = `/opd/${cycle}/${unit}`;
  for (const [no, level] of Object.entries(levels)) {
    const path = `${desk}/indikator/${no}`;
    for (let proven = 2; proven <= level; proven += 1) {
      const url = `https://berkas.example.test/${no}/${proven}`;
      await send(path, '/tautan', { level: proven, unit, name: `Bukti tingkat ${proven}`, url });
    }
    const fact =
      'Sudah ditetapkan dengan keputusan, diterapkan di semua bidang, dan ditinjau setiap tahun.';
    const analysis = `Penerapan dan dokumennya memenuhi kriteria tingkat ${level}.`;
    await send(path, '', { version: 0, level, fact, analysis });
  }
  await send(desk, '/kirim', { phase: 'penilaian-mandiri' });
}

/** Judges what a unit has claimed, and finishes. */
async function review(unit, email) {
  await be(email);
  const base = `/asesor/${cycle}/penilaian-dokumen/${unit}`;
  for (const [no, claim] of Object.entries(claims[unit])) {
    await page.goto(`${base}/${no}`);
    const pieces = await page.getByRole('group', { name: /Bukti tingkat/ }).all();
    for (const [index, piece] of pieces.entries()) {
      const verdict = index + 2 === 4 ? 'Revisi' : 'Diterima';
      await piece.getByRole('radio', { name: verdict }).check();
    }
    const level = String(Math.min(claim, 3));
    await page.getByRole('radio', { name: level, exact: true }).check();
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: 'Simpan', exact: true }).click(),
    ]);
  }
  if (unit !== 'BKPSDM') await send(`/asesor/${cycle}`, `/penilaian-dokumen/${unit}/selesai`, {});
}

function be(email) {
  return press(`/demonstrasi/peran?cari=${email}`, 'email', email);
}

async function press(path, name, value) {
  await page.goto(path);
  await Promise.all([
    page.waitForEvent('load'),
    page.locator(`button[name=${name}][value="${value}"]`).first().click(),
  ]);
}

/** As a form of that page does. */
async function send(path, action, fields) {
  await page.goto(path);
  const proof = await page.locator('input[name=_csrf]').first().inputValue();
  const form = { _csrf: proof, ...fields };
  const headers = { origin: `http://127.0.0.1:${port}` };
  const response = await context.request.post(`${path}${action}`, { form, headers });
  if (!response.ok()) throw new Error(`${path}${action}: ${response.status()}`);
}

async function picture(name, path) {
  await page.goto(path);
  await page.screenshot({ path: `docs/pictures/${name}.png` });
}

async function started() {
  const environment = { ...process.env, DATA_FOLDER: folder, PORT: String(port) };
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with status ${code}`)));
    child.stdout.on('data', (text) => {
      if (String(text).includes('Berikutnya ')) resolve();
    });
  });
  return child;
}

function onPath(command) {
  try {
    return execFileSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
