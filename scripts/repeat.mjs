#!/usr/bin/env node
// Asks the same questions again and again, several at a time and across a restart, and compares the answers byte for byte:
// all but the ids of answer and conversation and the times must be the same.
// Usage: ./mvnw -DskipTests package && node scripts/repeat.mjs [REPEATS]

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, start, stop, until } from './server.mjs';

const [repeats = '1000'] = process.argv.slice(2);
const asked = 20;
const atATime = 4;

const all = JSON.parse(readFileSync(join(root, 'documents', 'questions.json'), 'utf8')).data.flatMap((document) =>
  document.paragraphs.flatMap((paragraph) => paragraph.qas.map((qa) => qa.question)),
);
const questions = Array.from({ length: asked }, (_, i) => all[Math.floor((i * all.length) / asked)]);

async function answer({ call }, question) {
  const { id, conversationId, timings, ...rest } = await call('/ask', {
    question,
    collectionIds: ['samples'],
    explain: true,
    standalone: true,
  });
  return JSON.stringify(rest);
}

async function ready(running) {
  await until(async () => {
    const documents = await running.call('/collections/samples/documents');
    const queue = await running.call('/ingest');
    return (
      documents.length > 0 &&
      documents.every(({ status }) => ['ready', 'failed'].includes(status)) &&
      queue.withoutVectors === 0
    );
  });
}

/** Counts answers that differ from the first to their question. */
async function ask(running, times, first) {
  let next = 0;
  let different = 0;
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      while (next < times) {
        const question = questions[next++ % asked];
        const now = await answer(running, question);
        if (!first.has(question)) {
          first.set(question, now);
        } else if (first.get(question) !== now) {
          different++;
        }
      }
    }),
  );
  return different;
}

async function main() {
  const data = mkdtempSync(join(tmpdir(), 'passim-repeat-'));
  const first = new Map();
  try {
    for (const when of ['before', 'after']) {
      const running = await start(data);
      try {
        await ready(running);
        const times = Number(repeats) / 2;
        const different = await ask(running, times, first);
        console.log(`| ${when} a restart: ${times} answers to ${asked} questions, ${atATime} at a time | ${different} differ |`);
        process.exitCode = different > 0 ? 1 : process.exitCode;
      } finally {
        await stop(running);
      }
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

await main();
