import { numberFormat } from '../formatters';
import type { SearchTerms } from './terms';

function count(n: number, one: string, many: string): string {
  return `${numberFormat('fr', {}).format(n)} ${n < 2 ? one : many}`;
}

export const fr: SearchTerms = {
  title: 'Banc de recherche',
  intro:
    'Ce qui est trouvé pour une requête avant toute lecture, et à quoi chaque passage doit sa place.',
  field: 'Que chercher',
  submit: 'Rechercher',
  limit: 'Nombre',
  filtered: 'Pour cette recherche et son adresse.',
  results: 'Passages classés',
  found: (n) => count(n, 'passage trouvé', 'passages trouvés'),
  within: (n, collection) =>
    `parmi ${n < 2 ? 'le seul passage' : `les ${count(n, 'passage', 'passages')}`} ${collection === null ? 'de toutes les collections' : `de « ${collection} »`}`,
  withinUnknown: (collection) =>
    collection === null ? 'dans toutes les collections' : `dans « ${collection} »`,
  took: (time) => `en ${time}`,
  generation: (generation) => `génération ${generation} de l’index`,
  noneTitle: 'Rien n’a été trouvé',
  noneText:
    'Aucun passage n’a de mot en commun avec cette requête. D’autres mots, une autre collection ou moins de filtres peuvent aider.',
  failed: 'La recherche n’a pas été faite',
  dense: 'Sens (cosinus)',
  denseMissing: 'non comparé',
  scoreHint: 'Ce qui donne l’ordre de la liste. Le meilleur passage a 1.',
  terms: 'Mots trouvés, et ce que chacun a valu',
  noTerms: 'Aucun mot trouvé, mais un sens proche.',
  notInText: 'dans le titre, un intertitre ou sous une autre forme',
  moreTerms: (n) => (n === 1 ? 'et 1 autre mot' : `et ${n} autres mots`),
  openPassage: (rank, title) => `Passage ${rank} : ${title}`,
};
