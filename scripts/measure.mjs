#!/usr/bin/env node
// Measures the packaged application on documents/questions.json: start, latency, memory, accuracy.
// Usage: ./mvnw -DskipTests package && node scripts/measure.mjs [--details FILE]
// Starts servers of its own on a free port and temporary data directories, and stops them.

import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { application, pause, percentile, root, start, stop, until } from './server.mjs';

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

const mean = (values) => (values.length ? values.reduce((a, b) => a + b, 0) / values.length : NaN);
const percent = (value) => `${(100 * value).toFixed(1)} %`;
const dataset = () => JSON.parse(readFileSync(join(root, 'documents', 'questions.json'), 'utf8'));

const questions = () =>
  dataset().data.flatMap((document) => document.paragraphs.flatMap((paragraph) => paragraph.qas));

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

    const latency = [];
    for (const { question } of questions()) {
      const began = performance.now();
      await running.call('/ask', { question });
      latency.push(performance.now() - began);
    }
    const pid = running.server.pid;
    const memory = { after: kilobytes(pid, 'VmRSS') / 1024, peak: kilobytes(pid, 'VmHWM') / 1024 };
    const evaluated = await evaluate(running);
    await stop(running);
    report({ firstStart, vectors, firstAnswer, memory, latency, ...evaluated });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The server measures itself; see docs/api.md, "Evaluations". */
async function evaluate({ call }) {
  const { id } = await call('/evaluations', { name: 'measure.mjs', collectionIds: ['samples'], dataset: dataset() });
  let evaluation = await call(`/evaluations/${id}`);
  while (['queued', 'running'].includes(evaluation.status)) {
    await pause(500);
    evaluation = await call(`/evaluations/${id}`);
  }
  if (evaluation.status !== 'done') {
    throw new Error(`the evaluation is ${evaluation.status}: ${evaluation.problem?.detail}`);
  }
  return { evaluation, results: await call(`/evaluations/${id}/questions`) };
}

function report({ firstStart, vectors, firstAnswer, memory, latency, evaluation, results }) {
  const { metrics } = evaluation;
  const answerable = results.filter((r) => r.expected.length > 0);
  const given = answerable.filter((r) => r.predicted !== '');
  const rows = [
    ['start to first answer', `${(firstAnswer / 1000).toFixed(1)} s`],
    ['first start, all samples taken in', `${(firstStart / 1000).toFixed(1)} s`],
    ['and all their passages with vectors', `${(vectors / 1000).toFixed(1)} s`],
    ['POST /ask p50 / p95', `${percentile(latency, 0.5).toFixed(0)} / ${percentile(latency, 0.95).toFixed(0)} ms`],
    ['resident memory after / peak', `${memory.after.toFixed(0)} / ${memory.peak.toFixed(0)} MB`],
    ['packaged application', `${(folderBytes(application) / 1e6).toFixed(0)} MB`],
    ['questions (answerable / not)', `${metrics.questions} (${metrics.answerable} / ${metrics.unanswerable})`],
    ['F1 / EM, answerable, abstentions count 0', `${percent(metrics.hasAnswerF1)} / ${percent(metrics.hasAnswerExact)}`],
    ['F1, best candidate whatever its confidence', percent(metrics.bestF1)],
    ['answerable: answered', percent(given.length / answerable.length)],
    ['F1 of those', percent(mean(given.map((r) => r.f1)))],
    ['unanswerable: abstained', percent(metrics.noAnswerAccuracy)],
    ['recall@1 / @5 / @20', ['1', '5', '20'].map((k) => percent(metrics.recallAt[k])).join(' / ')],
    ['calibration error (10 bins)', metrics.ece.toFixed(3)],
    ...['en', 'fr'].map((language) => {
      const some = answerable.filter((r) => r.language === language);
      return [`F1 ${language} (${some.length})`, percent(mean(some.map((r) => r.f1)))];
    }),
  ];
  rows.forEach(([what, value]) => console.log(`| ${what} | ${value} |`));
  if (details) {
    writeFileSync(details, results.map((r) => JSON.stringify(r)).join('\n'));
  }
}

await main();
