export { termsContext } from './context';
export { en } from './en';
export { fr } from './fr';
export * from './format';
export * from './languages';
export type { Language, ProblemCode, Terms, ThemeChoice } from './terms';
