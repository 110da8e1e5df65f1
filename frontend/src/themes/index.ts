export { base } from './base.styles';
export { choice } from './choice.styles';
export { entry } from './entry.styles';
export { filterBar } from './filter-bar.styles';
export { page } from './page.styles';
export { progress } from './progress.styles';
export { tokens } from './tokens.styles';
