#!/usr/bin/env node
// Measures what questions feel of an ingest: the same questions while nothing is taken in and while the files of a
// directory are, hostile ones among them, in turns on one server. A turn beside the ingest ends with the ingest, or after
// ten rounds of questions: some hostile files use up all the time they are given.
// Usage: ./mvnw -DskipTests package && ./mvnw -Dfrontend.skip=true test -Dtest=CorpusWriter -Dout=DIR
//        && node scripts/measure-ingest.mjs DIR [ROUNDS]

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause, percentile, root, start, stop, until } from './server.mjs';

const [directory, rounds = '3'] = process.argv.slice(2);
const questionsPerTurn = 60;
const mostTurns = 10;

const questions = JSON.parse(readFileSync(join(root, 'documents', 'questions.json'), 'utf8')).data.flatMap((document) =>
  document.paragraphs.flatMap((paragraph) => paragraph.qas.map((qa) => qa.question)),
);

async function ask({ call }, from) {
  const latency = [];
  for (let i = 0; i < questionsPerTurn; i++) {
    const began = performance.now();
    await call('/ask', { question: questions[(from + i) % questions.length], collectionIds: ['samples'] });
    latency.push(performance.now() - began);
  }
  return latency;
}

/** Every file once, in a collection of its own, so that none is a duplicate. */
async function upload({ base }, collection, round) {
  for (const name of readdirSync(directory)) {
    const form = new FormData();
    const bytes = readFileSync(join(directory, name));
    form.append('file', new Blob([bytes]), `${round}-${name}`);
    const response = await fetch(`${base}/collections/${collection}/documents`, { method: 'POST', body: form });
    if (response.status !== 202) {
      throw new Error(`${name}: ${response.status} ${await response.text()}`);
    }
  }
}

const final = (document) => ['ready', 'superseded', 'failed'].includes(document.status);

async function main() {
  const data = mkdtempSync(join(tmpdir(), 'passim-measure-'));
  const running = await start(data);
  try {
    await until(async () => {
      const all = await running.call('/collections/samples/documents');
      return all.length > 0 && all.every(final);
    });
    await ask(running, 0);
    const quiet = [];
    const busy = [];
    const statuses = {};
    for (let round = 0; round < Number(rounds); round++) {
      const from = round * questionsPerTurn;
      quiet.push(...(await ask(running, from)));
      const { id } = await running.call('/collections', { name: `Round ${round}` });
      await upload(running, id, round);
      let turn = 0;
      do {
        busy.push(...(await ask(running, from + turn * questionsPerTurn)));
        turn++;
      } while (turn < mostTurns && !(await running.call(`/collections/${id}/documents`)).every(final));
      for (const document of await running.call(`/collections/${id}/documents`)) {
        const outcome = document.problem?.code ?? document.status;
        statuses[outcome] = (statuses[outcome] ?? 0) + 1;
      }
      await fetch(`${running.base}/collections/${id}`, { method: 'DELETE' });
      console.error(`round ${round}: ${turn * questionsPerTurn} questions beside the ingest`);
      await pause(5000);
    }
    const line = (of) => `${percentile(of, 0.5).toFixed(0)} / ${percentile(of, 0.95).toFixed(0)} ms (${of.length})`;
    console.log(`| POST /ask p50 / p95, nothing taken in | ${line(quiet)} |`);
    console.log(`| the same while ${readdirSync(directory).length} files are | ${line(busy)} |`);
    console.log(`| ratio of p95 | ${(percentile(busy, 0.95) / percentile(quiet, 0.95)).toFixed(2)} |`);
    console.log(`| how they ended | ${JSON.stringify(statuses)} |`);
  } finally {
    await stop(running);
    rmSync(data, { recursive: true, force: true });
  }
}

await main();
