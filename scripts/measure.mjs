#!/usr/bin/env node
// Measures the packaged application on documents/questions.json: start, latency, memory, accuracy.
// Usage: ./mvnw -DskipTests package && node scripts/measure.mjs [--details FILE]
// Starts servers of its own on a free port and temporary data directories, and stops them.

import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const application = join(root, 'target', 'quarkus-app');
const details = process.argv.includes('--details') ? process.argv[process.argv.indexOf('--details') + 1] : null;

/** Exit code of a process that ended on SIGTERM, as asked. */
const TERMINATED = 143;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

function javaCommand() {
  // The toolchain of the build: a JDK 25, wherever it is.
  const script = `. "${join(root, '.mvn', 'toolchain.sh')}" && echo "$JAVA_HOME/bin/java"`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trim();
}

async function start(data) {
  const port = await freePort();
  const began = performance.now();
  const server = spawn(
    javaCommand(),
    [
      '--enable-native-access=ALL-UNNAMED',
      '--add-modules=jdk.incubator.vector',
      `-Dquarkus.http.port=${port}`,
      '-jar',
      join(application, 'quarkus-run.jar'),
    ],
    { cwd: root, env: { ...process.env, PASSIM_DATA_DIR: data }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  server.once('exit', (code) => {
    if (code && code !== TERMINATED) {
      throw new Error(`the server has ended with code ${code}`);
    }
  });
  const base = `http://127.0.0.1:${port}/api/v1`;
  return { server, base, began, call: (path, body) => call(base + path, body) };
}

async function call(url, body) {
  const response = await fetch(
    url,
    body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  if (!response.ok) {
    throw new Error(`${url}: ${response.status} ${await response.text()}`);
  }
  return response.json();
}

async function until(condition) {
  for (;;) {
    try {
      const value = await condition();
      if (value) {
        return value;
      }
    } catch (error) {
      if (!(error instanceof TypeError)) {
        throw error;
      }
    }
    await pause(20);
  }
}

async function stop({ server }) {
  const ended = new Promise((exit) => server.once('exit', exit));
  server.kill('SIGTERM');
  await ended;
}

function kilobytes(pid, field) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN);
}

function folderBytes(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? folderBytes(path) : statSync(path).size);
  }, 0);
}

// SQuAD's rules (Rajpurkar et al. 2016), with the French articles beside the English ones.
function normalise(text) {
  return text
    .toLowerCase()
    .replace(/\b[ld]['’]/g, ' ')
    .replace(/[\p{P}\p{S}]/gu, (mark) => (/[€£%]/u.test(mark) ? mark : ''))
    .replace(/(^|\s)(a|an|the|le|la|les|un|une|des|du|de)(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function f1(predicted, expected) {
  const p = normalise(predicted).split(' ').filter(Boolean);
  const e = normalise(expected).split(' ').filter(Boolean);
  const left = [...e];
  const same = p.filter((word) => {
    const at = left.indexOf(word);
    return at >= 0 && left.splice(at, 1);
  }).length;
  return same === 0 ? 0 : (2 * same) / (p.length + e.length);
}

function score(question, prediction) {
  if (question.answers.length === 0) {
    return { exact: prediction === null ? 1 : 0, f1: prediction === null ? 1 : 0 };
  }
  const text = prediction ?? '';
  return {
    exact: Math.max(...question.answers.map((a) => Number(normalise(text) === normalise(a.text)))),
    f1: Math.max(...question.answers.map((a) => f1(text, a.text))),
  };
}

const mean = (values) => (values.length ? values.reduce((a, b) => a + b, 0) / values.length : NaN);
const percent = (value) => `${(100 * value).toFixed(1)} %`;
const percentile = (values, p) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(p * values.length))];

function questions() {
  const { data } = JSON.parse(readFileSync(join(root, 'documents', 'questions.json'), 'utf8'));
  return data.flatMap((document) =>
    document.paragraphs.flatMap((paragraph) =>
      paragraph.qas.map((qa) => ({ ...qa, document: document.title })),
    ),
  );
}

async function main() {
  const data = mkdtempSync(join(tmpdir(), 'passim-measure-'));
  try {
    let running = await start(data);
    const first = questions()[0].question;
    await until(async () => {
      const all = await running.call('/collections/samples/documents');
      return all.length > 0 && all.every((d) => d.status === 'ready' || d.status === 'failed');
    });
    const firstStart = performance.now() - running.began;
    await stop(running);

    running = await start(data);
    await until(async () => (await running.call('/ask', { question: first })).id);
    const firstAnswer = performance.now() - running.began;

    const results = [];
    for (const question of questions()) {
      const began = performance.now();
      const answer = await running.call('/ask', { question: question.question });
      const ms = performance.now() - began;
      const best = answer.text ?? answer.alternatives[0]?.text ?? null;
      results.push({ question, answer, ms, best, ...score(question, answer.text) });
    }
    const pid = running.server.pid;
    const memory = { after: kilobytes(pid, 'VmRSS') / 1024, peak: kilobytes(pid, 'VmHWM') / 1024 };
    await stop(running);
    report({ firstStart, firstAnswer, memory, results });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function report({ firstStart, firstAnswer, memory, results }) {
  const latency = results.map((r) => r.ms);
  const answerable = results.filter((r) => r.question.answers.length > 0);
  const unanswerable = results.filter((r) => r.question.answers.length === 0);
  const given = answerable.filter((r) => r.answer.status === 'answered');
  const ece = calibrationError(results);
  const rows = [
    ['start to first answer', `${(firstAnswer / 1000).toFixed(1)} s`],
    ['first start, all samples taken in', `${(firstStart / 1000).toFixed(1)} s`],
    ['POST /ask p50 / p95', `${percentile(latency, 0.5).toFixed(0)} / ${percentile(latency, 0.95).toFixed(0)} ms`],
    ['resident memory after / peak', `${memory.after.toFixed(0)} / ${memory.peak.toFixed(0)} MB`],
    ['packaged application', `${(folderBytes(application) / 1e6).toFixed(0)} MB`],
    ['questions (answerable / not)', `${results.length} (${answerable.length} / ${unanswerable.length})`],
    ['F1 / EM, answerable, abstentions count 0', `${percent(mean(answerable.map((r) => r.f1)))} / ${percent(mean(answerable.map((r) => r.exact)))}`],
    ['F1, best candidate whatever its confidence', percent(mean(answerable.map((r) => score(r.question, r.best).f1)))],
    ['answerable: answered', percent(given.length / answerable.length)],
    ['F1 of those', percent(mean(given.map((r) => r.f1)))],
    ['unanswerable: abstained', percent(mean(unanswerable.map((r) => r.exact)))],
    ['calibration error (10 bins)', ece.toFixed(3)],
    ...['en', 'fr'].map((language) => {
      const some = answerable.filter((r) => r.question.language === language);
      return [`F1 ${language} (${some.length})`, percent(mean(some.map((r) => r.f1)))];
    }),
  ];
  rows.forEach(([what, value]) => console.log(`| ${what} | ${value} |`));
  if (details) {
    writeFileSync(details, results.map((r) => JSON.stringify(r)).join('\n'));
  }
}

/** Expected calibration error of the best candidate, whether it was given or not. */
function calibrationError(results) {
  const bins = Array.from({ length: 10 }, () => []);
  for (const { question, answer, best } of results) {
    const right = question.answers.length > 0 && best !== null && score(question, best).f1 >= 0.8;
    bins[Math.min(9, Math.floor(answer.confidence * 10))].push({ confidence: answer.confidence, right: Number(right) });
  }
  return bins
    .filter((bin) => bin.length)
    .reduce(
      (sum, bin) =>
        sum + (bin.length / results.length) * Math.abs(mean(bin.map((b) => b.confidence)) - mean(bin.map((b) => b.right))),
      0,
    );
}

await main();
