#!/usr/bin/env node
// Measures how long many passages take from the upload until words find them, and from there until vectors do: text files
// of the sentences about which the samples are asked, in an order of their own each.
// Usage: ./mvnw -DskipTests package && node scripts/measure-vectors.mjs [PASSAGES]

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause, root, start, stop, until } from './server.mjs';

const [passages = '10000'] = process.argv.slice(2);
const wordsPerPassage = 100;
const wordsPerFile = 20_000;

const sentences = JSON.parse(readFileSync(join(root, 'documents', 'questions.json'), 'utf8')).data.flatMap((document) =>
  document.paragraphs.flatMap(({ context }) => context.match(/[^.!?]+[.!?]+/g) ?? []),
);

/** The same numbers on every machine (Park and Miller, 1988). */
let seed = 1;
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;

function text() {
  let words = 0;
  let whole = '';
  for (let i = 1; words < wordsPerFile; i++) {
    const sentence = sentences[random(sentences.length)].trim();
    words += sentence.split(/\s+/).length;
    whole += sentence + (i % 6 === 0 ? '\n\n' : ' ');
  }
  return whole;
}

async function upload({ base }, collection, name) {
  const form = new FormData();
  form.append('file', new Blob([text()]), name);
  const response = await fetch(`${base}/collections/${collection}/documents`, { method: 'POST', body: form });
  if (response.status !== 202) {
    throw new Error(`${name}: ${response.status} ${await response.text()}`);
  }
}

async function counted({ call }, id) {
  return (await call('/collections')).find((collection) => collection.id === id).passages;
}

async function main() {
  const data = mkdtempSync(join(tmpdir(), 'passim-measure-'));
  const running = await start(data);
  try {
    // The samples first, vectors too.
    await until(async () => {
      const all = await running.call('/collections/samples/documents');
      const { waiting, running: busy, withoutVectors } = await running.call('/ingest');
      return all.length > 0 && waiting + busy + withoutVectors === 0;
    });
    const { id } = await running.call('/collections', { name: 'Many' });
    const began = performance.now();
    for (let i = 0; i * wordsPerFile < Number(passages) * wordsPerPassage; i++) {
      await upload(running, id, `${i}.txt`);
    }
    let status = await running.call('/ingest');
    while (status.waiting + status.running > 0) {
      await pause(100);
      status = await running.call('/ingest');
    }
    const words = (performance.now() - began) / 1000;
    const without = status.withoutVectors;
    const many = await counted(running, id);
    while (status.withoutVectors > 0) {
      await pause(250);
      status = await running.call('/ingest');
    }
    const vectors = (performance.now() - began) / 1000;
    const rate = (count, seconds) => `${(count / seconds).toFixed(0)} passages/s`;
    console.log(`| ${many} passages, from the first upload until words find all | ${words.toFixed(0)} s, ${rate(many, words)} |`);
    console.log(`| of these without vectors then | ${without} |`);
    console.log(`| until vectors find all | ${vectors.toFixed(0)} s, ${rate(many, vectors)} |`);
  } finally {
    await stop(running);
    rmSync(data, { recursive: true, force: true });
  }
}

await main();
