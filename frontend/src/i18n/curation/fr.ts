import { numberFormat } from '../formatters';
import type { CurationTerms } from './terms';

function number(n: number): string {
  return numberFormat('fr', {}).format(n);
}

/** French counts zero as one. */
function count(n: number, one: string, many: string): string {
  return `${number(n)} ${n < 2 ? one : many}`;
}

function onPage(page: string | number | null): string {
  return page === null ? '' : `, page ${page}`;
}

export const fr: CurationTerms = {
  title: 'Réponses validées',
  intro:
    'Des réponses dont vous vous portez garants. Qui pose une de ces questions, ou une autre de même sens, reçoit la vôtre, signalée comme validée et sans indice de confiance.',
  add: 'Ajouter une réponse',
  back: 'Toutes les réponses validées',
  list: {
    search: 'Chercher dans les questions et réponses',
    show: 'Montrer',
    shows: { all: 'Toutes', given: 'Celles qui sont données', stale: 'Celles qui ne le sont pas' },
    shown: (shown, total) =>
      shown === total
        ? count(total, 'réponse validée', 'réponses validées')
        : `${number(shown)} sur ${count(total, 'réponse validée', 'réponses validées')}`,
    none: 'Il n’y en a pas encore.',
    noMatch: 'Aucune réponse validée ne correspond à ce choix.',
    more: (n) => `En montrer ${number(n)} de plus`,
    paraphrases: (n) => count(n, 'reformulation', 'reformulations'),
    own: 'avec vos propres mots',
    quoted: 'tirée de',
    changed: (date) => `modifiée le ${date}`,
    everywhere: 'dans toutes les collections',
    within: (collections) => `dans ${collections}`,
    gone: 'un document supprimé',
    edit: (question) => `Modifier la réponse à « ${question} »`,
    editShort: 'Modifier',
    remove: (question) => `Supprimer la réponse à « ${question} »`,
    removeShort: 'Supprimer…',
    removeTitle: 'Supprimer cette réponse validée ?',
    removeText: (question) =>
      `La réponse à « ${question} » viendra de nouveau des documents. Celles qui ont été données restent dans leurs conversations.`,
    removeConfirm: 'Supprimer',
  },
  stale: {
    superseded: {
      label: 'Pas donnée : il y a une version plus récente du document',
      text: 'Une version plus récente du document cité est en vigueur. Citez-la, ou répondez avec vos propres mots.',
    },
    deleted: {
      label: 'Pas donnée : le document a été supprimé',
      text: 'Le document cité a été supprimé, et ses mots avec lui. Citez-en un autre, répondez avec vos propres mots, ou supprimez cette réponse.',
    },
    changed: {
      label: 'Pas donnée : le document n’est pas prêt',
      text: 'Le document cité est en cours de relecture, n’a pas pu être lu, ou en répète un autre. La bibliothèque dit lequel des trois. Si cela dure, citez un autre document.',
    },
    no_collection: {
      label: 'Pas donnée : ses collections ont été supprimées',
      text: 'Personne ne reçoit cette réponse, car ses collections n’existent plus. Choisissez-en d’autres.',
    },
  },
  form: {
    newTitle: 'Ajouter une réponse validée',
    editTitle: 'Modifier la réponse validée',
    question: 'Énoncé de la question',
    questionHint: 'Telle qu’on la poserait.',
    paraphrases: 'Autres façons de la poser',
    paraphrasesHint:
      'Une question est reconnue si elle demande la même chose (quand, qui, combien…) avec les mêmes mots pleins, y compris noms, nombres et négations, dans n’importe quel ordre, et avec le même sens. Ajoutez celles qui emploient d’autres mots, comme « vacances » pour « congés », et celles d’autres langues.',
    paraphrase: (place) => `Reformulation ${place}`,
    addParaphrase: 'Ajouter une reformulation',
    removeParaphrase: (place) => `Retirer la reformulation ${place}`,
    answer: 'Réponse',
    quote: 'Avec les mots d’un document',
    quoteHint: 'Cités mot pour mot, avec leur source.',
    own: 'Avec vos propres mots',
    ownHint: 'Il est dit aux lecteurs que vous l’avez écrite et qu’aucun document n’est cité.',
    ownText: 'Votre réponse',
    collections: 'Qui la reçoit',
    everywhere: 'Qui pose la question, dans n’importe quelle collection',
    only: 'Qui la pose dans une de ces collections, ou dans toutes',
    collectionsHint: 'Le document cité doit se trouver dans l’une d’elles.',
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    questionMissing: 'Écrivez la question.',
    answerMissing: 'Écrivez la réponse.',
    quotationMissing: 'Choisissez un document, et des mots dans celui-ci.',
    noCollection: 'Choisissez au moins une collection.',
    newerVersion: 'Chercher ces mots dans la version plus récente',
    forReview: 'De la file des questions à revoir',
    shownThen: 'Ce qui avait été montré :',
    takeShown: 'Citer ces mots',
  },
  quotation: {
    collection: 'Dans la collection',
    chooseCollection: 'Choisissez une collection',
    filter: 'Filtrer par nom',
    document: 'Le document',
    chooseDocument: 'Choisissez un document',
    noDocuments: 'Aucun document ne peut être cité ici.',
    words: 'Mots exacts',
    wordsHint: 'Saisissez-les ou collez-les, ou sélectionnez-les dans le texte ci-dessous.',
    once: (page) => `Trouvés une fois${onPage(page)}.`,
    several: (place, total, page) =>
      `Trouvés ${number(total)} fois. Choix : endroit ${number(place)}${onPage(page)}.`,
    otherwise: 'Ce qui sera cité est écrit ainsi dans le document :',
    nowhere: 'Ces mots ne figurent pas dans ce document.',
    tooLong: (limit) => `On peut citer ${number(limit)} caractères au plus.`,
    previous: 'Endroit précédent',
    next: 'Endroit suivant',
    take: (words) => `Prendre « ${words} »`,
    selectHint: 'Sélectionnez des mots dans le texte, puis prenez-les.',
  },
  reviews: {
    title: 'Questions à revoir',
    intro:
      'Les questions restées sans réponse, ou dont la réponse a été jugée fausse. Décidez de la suite à donner à chacune. Elles disparaissent avec leurs conversations.',
    tabs: { open: 'Ouvertes', resolved: 'Réglées', cases: 'Cas de test' },
    noneOpen: 'Rien n’attend de décision.',
    noneResolved: 'Rien n’a encore été décidé.',
    more: 'En montrer plus',
    outcomes: {
      unsure: 'Pas assez sûr pour répondre',
      not_found: 'Pas de réponse trouvée',
      answered: 'Réponse jugée fausse',
      curated: 'Réponse validée jugée fausse',
    },
    asked: (times) => `posée ${number(times)} fois`,
    downRated: (times) => `jugée fausse ${number(times)} fois`,
    last: (date) => `dernière fois le ${date}`,
    everywhere: 'dans toutes les collections',
    shown: 'Réponse montrée',
    best: 'Mots les plus probables',
    nothingShown: 'Il n’y avait rien à montrer, ou son document n’existe plus.',
    said: 'Commentaire :',
    expected: 'Réponse attendue :',
    search: 'Banc de recherche',
    searchFor: (question) => `Chercher « ${question} » au banc de recherche`,
    pin: 'Ajouter une réponse validée',
    pinFor: (question) => `Ajouter une réponse validée à « ${question} »`,
    gap: 'Il manque un document…',
    case: 'Cas de test…',
    dismiss: 'Classer sans suite…',
    reopen: 'Rouvrir',
    reopenFor: (question) => `Rouvrir « ${question} »`,
    resolve: (question) => `Suite à donner à « ${question} »`,
    note: { gap: 'Quel document manque-t-il ?', dismissed: 'Pourquoi ? (facultatif)' },
    noteHint: {
      gap: 'Pour qui s’occupe des documents.',
      dismissed: 'Pour qui se le demandera plus tard.',
    },
    submit: {
      gap: 'Noter la lacune',
      case: 'En faire un cas de test',
      dismissed: 'Classer sans suite',
    },
    noteMissing: 'Dites quel document manque.',
    answers: 'Réponses justes, une par ligne',
    answersHint: 'Laissez vide si les documents ne répondent pas à cette question.',
    answersTooMany: (limit) => `${limit} réponses au plus.`,
    answersTooLong: (limit) => `Une réponse peut avoir ${number(limit)} caractères au plus.`,
    context: 'Texte où elles figurent (facultatif)',
    contextHint: 'Sans lui, évaluez les cas de test avec des collections de la bibliothèque.',
    contextLacks: (answer) => `« ${answer} » ne figure pas dans ce texte.`,
    resolutions: {
      curated: 'Réponse validée ajoutée',
      gap: 'Il manque un document',
      case: 'Cas de test ajouté',
      dismissed: 'Sans suite',
    },
    resolved: (date) => `décidé le ${date}`,
    done: (question) => `C’est décidé : « ${question} »`,
    reopened: (question) => `De nouveau ouverte : « ${question} »`,
    showPinned: 'Voir la réponse',
  },
  cases: {
    intro:
      'Les questions dont vous avez fait des cas de test, en un jeu de données. Il sert à mesurer si un nouveau modèle, d’autres réglages ou d’autres documents y répondent.',
    none: 'Il n’y en a pas encore. Faites-en avec des questions de la file.',
    count: (n) => count(n, 'cas de test', 'cas de test'),
    download: 'Télécharger le jeu de données',
    evaluate: 'Vers les évaluations',
    noAnswer: 'pas de réponse attendue',
    context: 'Texte du cas',
    remove: (question) => `Supprimer le cas de test « ${question} »`,
    removeShort: 'Supprimer…',
    removeTitle: 'Supprimer ce cas de test ?',
    removeText: (question) => `« ${question} » ne figurera plus dans le jeu de données.`,
    removeConfirm: 'Supprimer',
  },
  problems: {
    curated_invalid: 'Le serveur n’a pas accepté cette réponse.',
    curated_not_found: 'Cette réponse validée n’existe plus.',
    curated_exists:
      'Cette question ou une de ses reformulations a déjà une réponse validée, pour tous ou dans une de ces collections. Modifiez celle-là, ou choisissez d’autres collections.',
    curated_changed:
      'Quelqu’un vient de modifier cette réponse. Rechargez la page pour la voir.',
    curated_full:
      'Il y a autant de réponses validées que ce serveur en garde. Supprimez-en d’abord.',
    answer_empty: 'Écrivez la réponse.',
    answer_too_long: 'La réponse est trop longue. Tenez-vous à 4 000 caractères.',
    too_many_paraphrases: 'Il y a trop de reformulations. On en garde 20 au plus.',
    question_empty: 'Écrivez la question.',
    question_too_long: 'La question ou une reformulation est trop longue.',
    span_invalid: 'Ces mots ne peuvent pas être cités. Sélectionnez-les de nouveau.',
    citation_mismatch:
      'D’autres mots s’y trouvent maintenant : le document a changé. Cherchez-les de nouveau.',
    citation_outside_collections:
      'Le document cité n’est dans aucune de ces collections. Ajoutez la sienne.',
    collection_not_found: 'Une de ces collections n’existe plus.',
    document_superseded: 'Une version plus récente de ce document est en vigueur. Citez-la.',
    document_duplicate: 'Ce document en répète un autre. Citez celui-là.',
    document_not_ready: 'Le document doit être prêt pour pouvoir être cité.',
    review_not_found:
      'Cette question n’est plus dans la file : ses conversations ont été supprimées.',
    note_empty: 'Dites quel document manque.',
    note_too_long: 'La note est trop longue. On en garde 2 000 caractères au plus.',
    case_invalid: 'Le serveur n’a pas accepté ce cas de test.',
    case_not_found: 'Ce cas de test n’existe plus.',
    dataset_full: 'Il y a autant de cas de test que ce serveur en garde. Supprimez-en d’abord.',
    cursor_invalid: 'La file a changé. Rechargez la page.',
  },
};
