import { numberFormat } from '../formatters';
import type { CurationTerms } from './terms';

function number(n: number): string {
  return numberFormat('en', {}).format(n);
}

function count(n: number, one: string, many: string): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

function onPage(page: string | number | null): string {
  return page === null ? '' : `, on page ${page}`;
}

export const en: CurationTerms = {
  title: 'Curated answers',
  intro:
    'Answers that you vouch for. Who asks one of these questions, or one that means the same, is given yours, marked as curated and without a confidence.',
  add: 'Pin an answer',
  back: 'All curated answers',
  list: {
    search: 'Search in questions and answers',
    show: 'Show',
    shows: { all: 'All', given: 'Those that are given', stale: 'Those that are not given' },
    shown: (shown, total) =>
      shown === total
        ? count(total, 'curated answer', 'curated answers')
        : `${number(shown)} of ${count(total, 'curated answer', 'curated answers')}`,
    none: 'Nothing is pinned yet.',
    noMatch: 'No curated answer matches this choice.',
    more: (n) => `Show ${number(n)} more`,
    paraphrases: (n) => count(n, 'paraphrase', 'paraphrases'),
    own: 'in your own words',
    quoted: 'quoted from',
    changed: (date) => `changed ${date}`,
    everywhere: 'in all collections',
    within: (collections) => `in ${collections}`,
    gone: 'a deleted document',
    edit: (question) => `Edit the answer to “${question}”`,
    editShort: 'Edit',
    remove: (question) => `Delete the answer to “${question}”`,
    removeShort: 'Delete…',
    removeTitle: 'Delete this curated answer?',
    removeText: (question) =>
      `“${question}” is then answered from the documents again. Answers that were given stay in their conversations.`,
    removeConfirm: 'Delete',
  },
  stale: {
    superseded: {
      label: 'Not given: there is a newer version of the document',
      text: 'A newer version of the quoted document is in force. Quote that one, or write the answer in your own words.',
    },
    deleted: {
      label: 'Not given: the document has been deleted',
      text: 'The quoted document has been deleted, and its words with it. Quote another one, write the answer in your own words, or delete this entry.',
    },
    changed: {
      label: 'Not given: the document is not ready',
      text: 'The quoted document is being read again, could not be read, or repeats another one. The library says which. If it stays so, quote another document.',
    },
    no_collection: {
      label: 'Not given: its collections have been deleted',
      text: 'Nobody is given this answer, since its collections are gone. Choose others.',
    },
  },
  form: {
    newTitle: 'Pin an answer',
    editTitle: 'Edit the curated answer',
    question: 'Question',
    questionHint: 'As people would ask it.',
    paraphrases: 'Other ways to ask it',
    paraphrasesHint:
      'A question is recognised if it asks for the same (when, who, how many …) with the same content words, names, numbers and “not” among them, in whatever order, and means the same. Add those that use other words, such as “vacation” for “leave”, and those in other languages.',
    paraphrase: (place) => `Paraphrase ${place}`,
    addParaphrase: 'Add a paraphrase',
    removeParaphrase: (place) => `Remove paraphrase ${place}`,
    answer: 'Answer',
    quote: 'In the words of a document',
    quoteHint: 'Quoted word for word, with its source.',
    own: 'In your own words',
    ownHint: 'People are told that you wrote it, and that no document is quoted.',
    ownText: 'Your answer',
    collections: 'Who is given it',
    everywhere: 'Whoever asks, in any collection',
    only: 'Who asks in one of these collections, or in all',
    collectionsHint: 'The quoted document must be in one of them.',
    save: 'Save',
    saving: 'Saving…',
    questionMissing: 'Write the question.',
    answerMissing: 'Write the answer.',
    quotationMissing: 'Choose a document, and words in it.',
    noCollection: 'Choose at least one collection.',
    newerVersion: 'Look for the words in the newer version',
    forReview: 'From the review queue',
    shownThen: 'What was shown then:',
    takeShown: 'Quote these words',
  },
  quotation: {
    collection: 'Collection',
    chooseCollection: 'Choose a collection',
    filter: 'Filter by name',
    document: 'Document',
    chooseDocument: 'Choose a document',
    noDocuments: 'There is no document here that can be quoted.',
    words: 'Exact words',
    wordsHint: 'Type or paste them, or select them in the text below.',
    once: (page) => `Found once${onPage(page)}.`,
    several: (place, total, page) =>
      `Found ${number(total)} times. Chosen: place ${number(place)}${onPage(page)}.`,
    otherwise: 'What will be quoted is written like this in the document:',
    nowhere: 'These words do not stand in this document.',
    tooLong: (limit) => `At most ${number(limit)} characters can be quoted.`,
    previous: 'Place before',
    next: 'Next place',
    take: (words) => `Take “${words}”`,
    selectHint: 'Select words in the text, then take them.',
  },
  reviews: {
    title: 'Reviews',
    intro:
      'Questions that were not answered, or whose answer was rated wrong. Decide what becomes of each. They go when their conversations are deleted.',
    tabs: { open: 'Open', resolved: 'Resolved', cases: 'Test cases' },
    noneOpen: 'Nothing waits for a decision.',
    noneResolved: 'Nothing has been decided yet.',
    more: 'Show more',
    outcomes: {
      unsure: 'Not sure enough to answer',
      not_found: 'No answer found',
      answered: 'Answer rated wrong',
      curated: 'Curated answer rated wrong',
    },
    asked: (times) => (times === 1 ? 'asked once' : `asked ${number(times)} times`),
    downRated: (times) => (times === 1 ? 'rated wrong once' : `rated wrong ${number(times)} times`),
    last: (date) => `last ${date}`,
    everywhere: 'in all collections',
    shown: 'Answer shown',
    best: 'Likeliest words',
    nothingShown: 'There was nothing to show, or its document is gone.',
    said: 'They said:',
    expected: 'Expected instead:',
    search: 'Search bench',
    searchFor: (question) => `Look in the search bench for “${question}”`,
    pin: 'Pin an answer',
    pinFor: (question) => `Pin an answer to “${question}”`,
    gap: 'A document is missing…',
    case: 'Test case…',
    dismiss: 'Dismiss…',
    reopen: 'Open again',
    reopenFor: (question) => `Open again: “${question}”`,
    resolve: (question) => `What becomes of “${question}”`,
    note: { gap: 'Which document is missing?', dismissed: 'Why? (may be left out)' },
    noteHint: {
      gap: 'For whoever looks after the documents.',
      dismissed: 'For whoever wonders later.',
    },
    submit: { gap: 'Note the gap', case: 'Make a test case', dismissed: 'Dismiss' },
    noteMissing: 'Say which document is missing.',
    answers: 'Right answers, one a line',
    answersHint: 'Leave it empty if the documents do not answer this question.',
    answersTooMany: (limit) => `At most ${limit} answers.`,
    answersTooLong: (limit) => `An answer may have ${number(limit)} characters at most.`,
    context: 'Text that they stand in (may be left out)',
    contextHint: 'Without it, evaluate the test cases with collections of the library.',
    contextLacks: (answer) => `“${answer}” does not stand in this text.`,
    resolutions: {
      curated: 'Answer pinned',
      gap: 'A document is missing',
      case: 'Test case',
      dismissed: 'Dismissed',
    },
    resolved: (date) => `decided ${date}`,
    done: (question) => `Decided: “${question}”`,
    reopened: (question) => `Open again: “${question}”`,
    showPinned: 'See the answer',
  },
  cases: {
    intro:
      'The questions that you made test cases of, as a dataset. Measure with it whether a new model, other settings or other documents answer them.',
    none: 'There are none yet. Make some of questions in the queue.',
    count: (n) => count(n, 'test case', 'test cases'),
    download: 'Download the dataset',
    evaluate: 'Evaluations',
    noAnswer: 'no answer expected',
    context: 'Text',
    remove: (question) => `Delete the test case “${question}”`,
    removeShort: 'Delete…',
    removeTitle: 'Delete this test case?',
    removeText: (question) => `“${question}” is no longer in the dataset.`,
    removeConfirm: 'Delete',
  },
  problems: {
    curated_invalid: 'The server did not accept this answer.',
    curated_not_found: 'This curated answer no longer exists.',
    curated_exists:
      'This question or one of its paraphrases has a curated answer already, for everyone or in one of these collections. Edit that one, or choose other collections.',
    curated_changed: 'Somebody else has just changed this answer. Reload the page to see how.',
    curated_full: 'There are as many curated answers as this server keeps. Delete some first.',
    answer_empty: 'Write the answer.',
    answer_too_long: 'The answer is too long. Say it in 4,000 characters or fewer.',
    too_many_paraphrases: 'There are too many paraphrases. At most 20 are kept.',
    question_empty: 'Write the question.',
    question_too_long: 'The question or a paraphrase is too long.',
    span_invalid: 'These words cannot be quoted. Select them again.',
    citation_mismatch:
      'Other words stand there now: the document has changed. Look for them again.',
    citation_outside_collections:
      'The quoted document is in none of these collections. Add its collection.',
    collection_not_found: 'One of these collections no longer exists.',
    document_superseded: 'A newer version of this document is in force. Quote that one.',
    document_duplicate: 'This document repeats another one. Quote that one.',
    document_not_ready: 'The document has to be ready before it can be quoted.',
    review_not_found:
      'This question is no longer in the queue: its conversations have been deleted.',
    note_empty: 'Say which document is missing.',
    note_too_long: 'The note is too long. At most 2,000 characters are kept.',
    case_invalid: 'The server did not accept this test case.',
    case_not_found: 'This test case no longer exists.',
    dataset_full: 'There are as many test cases as this server keeps. Delete some first.',
    cursor_invalid: 'The queue has changed. Reload the page.',
  },
};
