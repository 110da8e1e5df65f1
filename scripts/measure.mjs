#!/usr/bin/env node
// Measures the packaged application on documents/questions.json: start, latency, memory, accuracy.
// Usage: ./mvnw -DskipTests package && node scripts/measure.mjs [--details FILE]
// Starts servers of its own on a free port and temporary data directories, and stops them.

import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { application, percentile, root, start, stop, until } from './server.mjs';

const details = process.argv.includes('--details') ? process.argv[process.argv.indexOf('--details') + 1] : null;

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
    await until(async () => (await running.call('/ingest')).withoutVectors === 0);
    const vectors = performance.now() - running.began;
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
    report({ firstStart, vectors, firstAnswer, memory, results });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function report({ firstStart, vectors, firstAnswer, memory, results }) {
  const latency = results.map((r) => r.ms);
  const answerable = results.filter((r) => r.question.answers.length > 0);
  const unanswerable = results.filter((r) => r.question.answers.length === 0);
  const given = answerable.filter((r) => r.answer.status === 'answered');
  const ece = calibrationError(results);
  const rows = [
    ['start to first answer', `${(firstAnswer / 1000).toFixed(1)} s`],
    ['first start, all samples taken in', `${(firstStart / 1000).toFixed(1)} s`],
    ['and all their passages with vectors', `${(vectors / 1000).toFixed(1)} s`],
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
