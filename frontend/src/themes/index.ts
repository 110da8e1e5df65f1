export { base } from './base.styles';
export { progress } from './progress.styles';
export { tokens } from './tokens.styles';
